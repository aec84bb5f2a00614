package io.rapport.recommendation.serving;

import io.rapport.recommendation.session.Purchase;
import io.rapport.recommendation.session.ScoredItem;
import io.rapport.recommendation.session.SessionQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** The strategies that ask the learned model about the visitor. */
final class ModelSources {
    private ModelSources() {}

    static List<Candidate> session(Occasion occasion, Predicate<String> allowed, int limit) {
        int[] clicks = occasion.numbers(
                occasion.trail().steps().stream().map(Trail.Step::productId).toList());
        if (clicks.length == 0) {
            return List.of();
        }
        UUID person = occasion.request().person();
        SessionQuery query = SessionQuery.of(clicks, limit)
                .by(person == null ? "" : person.toString())
                .allowing(item -> allowed.test(occasion.product(item)));
        String model = occasion.serving().reranks() ? "session-knn-reranked" : "session-knn";
        return candidates(occasion, occasion.serving().next(query), new Reasons(occasion, model, ""));
    }

    static List<Candidate> nextOrder(Occasion occasion, Predicate<String> allowed, int limit) {
        List<Purchase> purchases = new ArrayList<>();
        occasion.history().bought().forEach((product, at) -> {
            int item = occasion.serving().items().find(product);
            if (item >= 0) {
                purchases.add(new Purchase(item, at.toEpochMilli()));
            }
        });
        if (purchases.isEmpty()) {
            return List.of();
        }
        List<ScoredItem> found = occasion.orders()
                .recommend(
                        purchases, occasion.now().toEpochMilli(), limit, item -> allowed.test(occasion.product(item)));
        return candidates(occasion, found, new Reasons(occasion, "next-order", "Often bought with "));
    }

    static List<Candidate> popular(Occasion occasion, Predicate<String> allowed, int limit) {
        List<ScoredItem> found =
                occasion.serving().snapshot().popularity().top(limit, item -> allowed.test(occasion.product(item)));
        return candidates(occasion, found, new Reasons(occasion, "popularity", ""));
    }

    static List<Candidate> candidates(Occasion occasion, List<ScoredItem> found, Reasons reasons) {
        return found.stream()
                .map(one -> new Candidate(occasion.product(one.item()), one.score(), () -> reasons.of(one.evidence())))
                .toList();
    }
}
