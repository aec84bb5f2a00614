package io.rapport.recommendation.serving;

import io.rapport.recommendation.catalog.CatalogItem;
import io.rapport.recommendation.placement.LivePlacements;
import io.rapport.recommendation.placement.Placement;
import io.rapport.recommendation.serving.AnswerView.ItemView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Finds what to show at a placement: its own mix first, then the placements that stand in for it, until the list is full. */
@ApplicationScoped
class Answering {
    private static final double SCORE_DIGITS = 1e6;

    private final LivePlacements placements;

    Answering(LivePlacements placements) {
        this.placements = placements;
    }

    List<ItemView> answer(Placement placement, Occasion occasion) {
        Integer asked = occasion.request().limit();
        int limit = asked == null ? placement.limit() : asked;
        Eligibility allowed = new Eligibility(occasion, placement.rules());
        List<ItemView> items = new ArrayList<>(limit);
        double scale = 1;
        for (Placement stage : placements.withFallbacks(placement)) {
            int missing = limit - items.size();
            if (missing > 0) {
                scale = add(items, Blend.of(stage.strategies(), occasion, allowed, missing), scale, allowed, occasion);
            }
        }
        return items;
    }

    /** Adds products below those that are there, and says how low the last one is. */
    private static double add(
            List<ItemView> items, List<Candidate> found, double scale, Eligibility allowed, Occasion occasion) {
        double most = found.isEmpty() ? 1 : Math.max(1, found.get(0).score());
        double lowest = scale;
        for (Candidate one : found) {
            CatalogItem item = occasion.catalog().find(one.productId());
            if (item != null) {
                double score = scale * one.score() / most;
                lowest = score;
                items.add(new ItemView(
                        one.productId(),
                        rounded(score),
                        item.price(),
                        one.because().get()));
                allowed.shown(one.productId());
            }
        }
        return lowest;
    }

    private static double rounded(double score) {
        return Math.round(score * SCORE_DIGITS) / SCORE_DIGITS;
    }
}
