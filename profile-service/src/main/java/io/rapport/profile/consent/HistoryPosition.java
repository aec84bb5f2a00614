package io.rapport.profile.consent;

import io.rapport.events.Purpose;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A decision's place in a history, which goes from the newest to the oldest. Not its number: late statements and merges put
 * decisions in between, and a page by number would show one twice or leave one out.
 *
 * @param purpose empty before all of them
 */
record HistoryPosition(Instant decidedAt, String purpose, boolean granted) {
    private static final HistoryPosition TOP = new HistoryPosition(Instant.parse("9999-12-31T23:59:59Z"), "", false);
    private static final int PARTS = 3;

    static HistoryPosition of(ConsentHistory.Decision decision) {
        return new HistoryPosition(decision.decidedAt(), decision.purpose().name(), decision.granted());
    }

    /** Where to go on: after the last page's end, or from the newest. A cursor of another list is a 400. */
    static HistoryPosition after(PageRequest request) {
        String after = request.after();
        if (after == null) {
            return TOP;
        }
        String[] parts = after.split(" ", -1);
        try {
            if (parts.length == PARTS) {
                String purpose = Purpose.valueOf(parts[1]).name();
                return new HistoryPosition(Instant.parse(parts[0]), purpose, Boolean.parseBoolean(parts[2]));
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw foreign();
        }
        throw foreign();
    }

    private static Problem foreign() {
        return Problem.of(CommonProblem.INVALID_REQUEST, "The cursor is not one that this list gave out.");
    }

    /** The form that a cursor holds. */
    String text() {
        return decidedAt + " " + purpose + " " + granted;
    }
}
