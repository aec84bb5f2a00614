package io.rapport.recommendation.serving;

import io.rapport.recommendation.serving.Because.Ground;
import io.rapport.recommendation.session.Evidence;
import java.util.ArrayList;
import java.util.List;

/** Puts the models' evidence into words. */
final class Reasons {
    private static final int LONGEST_TITLE = 80;

    private final Occasion occasion;
    private final String model;

    /** How an item that goes with another is told. */
    private final String together;

    Reasons(Occasion occasion, String model, String together) {
        this.occasion = occasion;
        this.model = model;
        this.together = together;
    }

    Because of(Evidence evidence) {
        if (evidence instanceof Evidence.FromSessions sessions) {
            return sessions(sessions);
        }
        if (evidence instanceof Evidence.FromItems items) {
            return items(items);
        }
        if (evidence instanceof Evidence.FromSession session) {
            return new Because(model, List.of(Ground.count("choices", session.times())), "You looked at this before");
        }
        if (evidence instanceof Evidence.FromSteps steps) {
            return steps(steps);
        }
        if (evidence instanceof Evidence.FromHistory history) {
            return new Because(model, List.of(Ground.count("choices", history.times())), "You bought this before");
        }
        int times = ((Evidence.FromPopularity) evidence).times();
        return new Because(model, List.of(Ground.count("choices", times)), "Popular now");
    }

    private Because sessions(Evidence.FromSessions evidence) {
        List<Ground> grounds = new ArrayList<>();
        for (int item : evidence.items()) {
            String product = occasion.product(item);
            grounds.add(Ground.product(product, occasion.title(product)));
        }
        grounds.add(Ground.count("sessions", evidence.sessions()));
        if (evidence.items().isEmpty()) {
            return new Because(model, grounds, "Visitors like you went on to this");
        }
        String product = occasion.product(evidence.items().get(0));
        return new Because(model, grounds, occasion.trail().meeting(product).words + name(product));
    }

    private Because steps(Evidence.FromSteps evidence) {
        String from = occasion.product(evidence.from());
        String over = occasion.product(evidence.over());
        List<Ground> grounds =
                List.of(Ground.product(from, occasion.title(from)), Ground.product(over, occasion.title(over)));
        return new Because(model, grounds, occasion.trail().meeting(from).words + name(from));
    }

    private Because items(Evidence.FromItems evidence) {
        String product = occasion.product(evidence.item());
        List<Ground> grounds = List.of(
                Ground.product(product, occasion.title(product)), Ground.count("together", evidence.together()));
        return new Because(model, grounds, together + name(product));
    }

    /** The product's title in a sentence; what is no longer in the catalog has none. */
    private String name(String product) {
        String title = occasion.title(product);
        if (title == null) {
            return "a product like this";
        }
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, LONGEST_TITLE - 1).stripTrailing() + "…";
    }
}
