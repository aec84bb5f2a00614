package io.rapport.profile.profile;

import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.access.Sha256;
import io.rapport.profile.identity.Tie;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Pages of what a profile goes by: the strongest type first, and within a type by digest, for the cursor tells its position
 * to callers who may not see the value.
 */
final class IdentityPages {
    private static final Pattern POSITION = Pattern.compile("[0-9]{2}:[0-9a-f]{64}");

    private IdentityPages() {}

    static Page<Tie> of(List<Tie> ties, PageRequest request) {
        String after = request.after() == null ? "" : request.after();
        if (!after.isEmpty() && !POSITION.matcher(after).matches()) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, "The cursor is not one that this list gave out.");
        }
        List<Tie> rest = ties.stream()
                .filter(tie -> position(tie).compareTo(after) > 0)
                .sorted(Comparator.comparing(IdentityPages::position))
                .limit(request.limit() + 1L)
                .toList();
        return Page.of(rest, request, IdentityPages::position);
    }

    private static String position(Tie tie) {
        return "%02d:%s"
                .formatted(
                        tie.identifier().type().ordinal(),
                        Sha256.hex(tie.identifier().value()));
    }
}
