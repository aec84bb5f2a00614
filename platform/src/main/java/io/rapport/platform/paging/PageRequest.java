package io.rapport.platform.paging;

import io.rapport.platform.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for.
 *
 * @param after the position (a sort key) that the last page ended with, or null for the first
 */
public record PageRequest(int limit, @Nullable String after) {
    private static final Logger LOG = Logger.getLogger(PageRequest.class);

    public static final int DEFAULT_LIMIT = 50;
    public static final int MOST = 500;

    /** From the query's {@code limit} and {@code cursor}; nonsense in either is a 400. */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        int asked = limit == null ? DEFAULT_LIMIT : limit;
        if (asked < 1 || asked > MOST) {
            throw Problem.invalid("/limit", "limit must be between 1 and " + MOST + ".");
        }
        return new PageRequest(asked, cursor == null || cursor.isEmpty() ? null : position(cursor));
    }

    static String cursor(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private static String position(String cursor) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            String position = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            if (position.indexOf('\0') < 0) {
                return position;
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            LOG.debugf("A cursor that is none: %s", e);
        }
        throw Problem.invalid("/cursor", "The cursor is not one that we gave out.");
    }
}
