package io.rapport.recommendation.serving;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a product is shown.
 *
 * @param model what found it, such as {@code session-knn}
 * @param text one line for the visitor
 */
record Because(String model, List<Ground> evidence, String text) {
    /**
     * What it rests on.
     *
     * @param type {@code product}, {@code sessions}, {@code together}, {@code choices} or {@code category}
     * @param count how many sessions, orders or choices, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ground(
            String type,
            @Nullable String productId,
            @Nullable String title,
            @Nullable String category,
            @Nullable Integer count) {

        static Ground product(String id, @Nullable String title) {
            return new Ground("product", id, title, null, null);
        }

        static Ground category(String path) {
            return new Ground("category", null, null, path, null);
        }

        static Ground count(String type, int count) {
            return new Ground(type, null, null, null, count);
        }
    }
}
