package io.rapport.profile.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dead letter as a list shows it: nothing of the record, which may hold personal data. */
record DeadLetterView(
        UUID id,
        String topic,
        String group,
        @Schema(description = "The kind of fault") String reason,

        @Schema(description = "Partition and offset in its topic", examples = "3/1042")
        String position,

        Instant at,
        @Nullable Instant replayedAt) {
    static DeadLetterView of(DeadLetter letter) {
        return new DeadLetterView(
                letter.id(),
                letter.topic(),
                letter.group(),
                letter.fault(),
                letter.position(),
                letter.at(),
                letter.replayedAt());
    }

    /** All of it; the record itself for an admin only. */
    record Whole(
            UUID id,
            String topic,
            String group,
            String reason,
            String position,
            Instant at,
            @Nullable Instant replayedAt,

            @Nullable @Schema(description = "What the fault said; for admins")
            String detail,

            @Nullable @Schema(description = "For admins") String key,
            @Nullable @Schema(description = "For admins") String payload,

            @Nullable @Schema(description = "`utf-8`, or `base64` where the payload is no text")
            String encoding) {
        static Whole of(DeadLetter letter, boolean withRecord) {
            String text = text(letter.value());
            String encoding = text == null ? "base64" : "utf-8";
            boolean shown = withRecord && letter.value() != null;
            return new Whole(
                    letter.id(),
                    letter.topic(),
                    letter.group(),
                    letter.fault(),
                    letter.position(),
                    letter.at(),
                    letter.replayedAt(),
                    withRecord ? letter.detail() : null,
                    withRecord ? letter.key() : null,
                    shown ? payload(letter, text) : null,
                    shown ? encoding : null);
        }

        private static String payload(DeadLetter letter, @Nullable String text) {
            return text == null ? Base64.getEncoder().encodeToString(letter.value()) : text;
        }

        private static @Nullable String text(byte @Nullable [] value) {
            try {
                return value == null
                        ? null
                        : StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(value))
                                .toString();
            } catch (CharacterCodingException e) {
                return null;
            }
        }
    }
}
