package io.rapport.profile.paging;

import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;

/** A row's place in a list that goes from the newest to the oldest, by id where two are equally old. */
public record Position(Instant at, UUID id) {
    private static final Instant AFTER_ALL = Instant.parse("9999-12-31T23:59:59Z");
    private static final UUID GREATEST = new UUID(-1, -1);

    /** Where to go on: after the last page's end, or from the newest. A cursor of another list is a 400. */
    public static Position after(PageRequest request) {
        String after = request.after();
        return after == null ? new Position(AFTER_ALL, GREATEST) : parsed(after, Position::of);
    }

    /** The same for a list that goes by id alone, from the least. */
    public static UUID idAfter(PageRequest request) {
        String after = request.after();
        return after == null ? new UUID(0, 0) : parsed(after, UUID::fromString);
    }

    private static Position of(String text) {
        int gap = text.indexOf(' ');
        return new Position(Instant.parse(text.substring(0, gap)), UUID.fromString(text.substring(gap + 1)));
    }

    private static <T> T parsed(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Problem.invalid("/cursor", "The cursor is not one that this list gave out.");
        }
    }

    public OffsetDateTime utc() {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** The form that a cursor holds. */
    public String text() {
        return at + " " + id;
    }
}
