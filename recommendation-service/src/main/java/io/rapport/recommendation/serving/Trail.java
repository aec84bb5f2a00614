package io.rapport.recommendation.serving;

import io.rapport.recommendation.interaction.History;
import io.rapport.recommendation.interaction.InteractionKind;
import io.rapport.recommendation.session.SessionParameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The visitor's latest steps, oldest first, the page at hand last: what a session model is asked with. */
record Trail(List<Step> steps) {
    private static final int LONGEST = SessionParameters.tuned().longestQuery();

    /** How the visitor met a product. */
    enum Meeting {
        VIEWED("Because you viewed "),
        ADDED("Because you put in your cart "),
        BOUGHT("Because you bought "),
        AT_HAND("Because you are looking at ");

        final String words;

        Meeting(String words) {
            this.words = words;
        }

        private static Meeting of(InteractionKind kind) {
            return switch (kind) {
                case VIEW, CLICK, REMOVE, CANCELLATION -> VIEWED;
                case ADD -> ADDED;
                case PURCHASE -> BOUGHT;
            };
        }
    }

    /** One product met. */
    record Step(String productId, Meeting meeting) {}

    static Trail of(RecommendationRequest request, History history) {
        List<Step> steps = new ArrayList<>();
        for (History.Event event : history.recent()) {
            boolean told = event.kind() != InteractionKind.REMOVE && !follows(steps, event.productId());
            if (told && steps.size() < LONGEST) {
                steps.add(new Step(event.productId(), Meeting.of(event.kind())));
            }
        }
        Collections.reverse(steps);
        if (request.productId() != null && !follows(steps, request.productId())) {
            steps.add(new Step(request.productId(), Meeting.AT_HAND));
        }
        return new Trail(steps);
    }

    private static boolean follows(List<Step> steps, String productId) {
        return !steps.isEmpty() && steps.get(steps.size() - 1).productId().equals(productId);
    }

    Set<String> products() {
        return steps.stream().map(Step::productId).collect(Collectors.toUnmodifiableSet());
    }

    /** How the visitor met the product last. */
    Meeting meeting(String productId) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).productId().equals(productId)) {
                return steps.get(i).meeting();
            }
        }
        return Meeting.VIEWED;
    }
}
