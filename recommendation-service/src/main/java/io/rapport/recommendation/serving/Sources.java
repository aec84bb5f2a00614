package io.rapport.recommendation.serving;

import io.rapport.recommendation.placement.StrategyType;

/** The strategies by type. */
final class Sources {
    private static final Source TOGETHER_SEEN = new TogetherSource(
            "seen-together",
            "Often viewed with ",
            false,
            occasion -> occasion.serving().snapshot().seenTogether());
    private static final Source TOGETHER_BOUGHT = new TogetherSource(
            "bought-together",
            "Often bought with ",
            true,
            occasion -> occasion.serving().snapshot().boughtTogether());

    private Sources() {}

    static Source of(StrategyType type) {
        return switch (type) {
            case SESSION -> ModelSources::session;
            case NEXT_ORDER -> ModelSources::nextOrder;
            case SEEN_TOGETHER -> TOGETHER_SEEN;
            case BOUGHT_TOGETHER -> TOGETHER_BOUGHT;
            case POPULAR -> ModelSources::popular;
            case RECENTLY_VIEWED -> ShelfSources::recentlyViewed;
            case SAME_CATEGORY -> ShelfSources::sameCategory;
            case NEW_ARRIVALS -> ShelfSources::newArrivals;
        };
    }
}
