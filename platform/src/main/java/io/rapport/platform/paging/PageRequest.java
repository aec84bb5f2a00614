package io.rapport.platform.paging;

import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for.
 *
 * @param after the position (a sort key) that the last page ended with, or null for the first
 */
public record PageRequest(int limit, @Nullable String after) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MOST = 500;

    /** From the query's {@code limit} and {@code cursor}; nonsense in either is a 400. */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        int asked = limit == null ? DEFAULT_LIMIT : limit;
        if (asked < 1 || asked > MOST) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, "limit must be between 1 and " + MOST + ".");
        }
        return new PageRequest(asked, cursor == null || cursor.isEmpty() ? null : position(cursor));
    }

    static String cursor(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private static String position(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, "The cursor is not one that we gave out.");
        }
    }
}
