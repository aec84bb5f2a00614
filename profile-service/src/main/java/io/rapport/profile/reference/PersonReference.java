package io.rapport.profile.reference;

import io.rapport.platform.problem.Problem;
import io.rapport.profile.identity.IdentifierType;
import io.rapport.profile.problem.Fields;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person, as a caller names them. */
public sealed interface PersonReference {
    /** By a profile's id. */
    record ById(UUID profileId) implements PersonReference {}

    /** By an identifier, {@code email:anna@example.com}. */
    record ByIdentifier(IdentifierType type, String value) implements PersonReference {}

    /** Reads {@code type:value} or a UUID; anything else is a 400 that points at the field. */
    static PersonReference parse(@Nullable String text, String pointer) {
        new Fields().text(pointer, text, 1_100).end();
        int colon = text.indexOf(':');
        return colon < 0
                ? new ById(uuid(text, pointer))
                : new ByIdentifier(type(text.substring(0, colon), pointer), text.substring(colon + 1));
    }

    private static UUID uuid(String text, String pointer) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(pointer, "Neither a profile's id nor type:value.");
        }
    }

    private static IdentifierType type(String text, String pointer) {
        return IdentifierType.find(text)
                .orElseThrow(() -> Problem.invalid(
                        pointer,
                        "The type must be one of "
                                + Arrays.stream(IdentifierType.values())
                                        .map(IdentifierType::wire)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
