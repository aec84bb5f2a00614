package io.rapport.profile.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * The first sighting of its shape in a week: the same identifiers, named together on the same word. A repetition tells
 * nothing new; that it counts again in another week lets in what a limit kept out, once that limit's window is over. So what
 * is kept grows with what there is to tell and not with how often it is told.
 *
 * @param id digest of shape and week
 */
public record Observation(UUID id, Sighting sighting, Moment moment) implements Evidence {
    private static final long WEEK_SECONDS = Duration.ofDays(7).toSeconds();

    public static Observation of(Sighting sighting, String messageId) {
        return new Observation(digest(sighting), sighting, new Moment(sighting.at(), messageId));
    }

    private static UUID digest(Sighting sighting) {
        StringBuilder text = new StringBuilder()
                .append(Math.floorDiv(sighting.at().getEpochSecond(), WEEK_SECONDS))
                .append('\0')
                .append(sighting.trust().code())
                .append('\0');
        if (sighting.previousId() != null) {
            text.append(sighting.previousId());
        }
        for (Identifier identifier : sighting.identifiers()) {
            text.append('\0').append(identifier.type().wire()).append('\0').append(identifier.value());
        }
        ByteBuffer digest = ByteBuffer.wrap(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public List<Identifier> names() {
        return sighting.lookups();
    }
}
