package io.rapport.recommendation.serving;

import io.rapport.recommendation.catalog.CatalogItem;
import io.rapport.recommendation.placement.Choice;
import io.rapport.recommendation.placement.Rules;
import io.rapport.recommendation.placement.Window;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a placement on one occasion. Strategies ask it of every product before they rank it, fallbacks too, so that a
 * list stays full whatever is left out.
 */
final class Eligibility implements Predicate<String> {
    private final Occasion occasion;
    private final Rules rules;
    private final @Nullable Instant boughtSince;
    private final Set<String> leftOut;

    Eligibility(Occasion occasion, Rules rules) {
        this.occasion = occasion;
        this.rules = rules;
        this.boughtSince = rules.boughtWindow() == null
                ? null
                : Window.of(rules.boughtWindow()).start(occasion.now());
        this.leftOut = new HashSet<>(occasion.request().cart());
        if (occasion.request().productId() != null) {
            leftOut.add(occasion.request().productId());
        }
        if (rules.viewed() == Choice.EXCLUDE) {
            leftOut.addAll(occasion.trail().products());
        }
    }

    @Override
    public boolean test(String product) {
        if (leftOut.contains(product)) {
            return false;
        }
        CatalogItem item = occasion.catalog().find(product);
        return item != null && item.sellable(occasion.request().country()) && !boughtFor(item);
    }

    /** A product that is shown is not shown again. */
    void shown(String product) {
        leftOut.add(product);
    }

    private boolean boughtFor(CatalogItem item) {
        if (rules.bought() == Choice.KEEP) {
            return false;
        }
        Instant bought = occasion.history().bought().get(item.id());
        return bought != null
                && (boughtSince == null || !bought.isBefore(boughtSince))
                && Collections.disjoint(item.tags(), rules.exceptTags());
    }
}
