package io.rapport.recommendation.catalog;

import io.rapport.platform.problem.FieldError;
import org.jspecify.annotations.Nullable;

/** What somebody wants done to one product. */
sealed interface Edit {
    String productId();

    /** What becomes of the product as it stands; null: there is none. */
    Result apply(@Nullable Product stored);

    /** What an edit makes of a product. */
    sealed interface Result {
        record Kept(@Nullable Product product) implements Result {}

        record Refused(FieldError error) implements Result {}
    }

    /** The product is to be this, whatever it was. */
    record Put(Product product) implements Edit {
        @Override
        public String productId() {
            return product.id();
        }

        @Override
        public Result apply(@Nullable Product stored) {
            return new Result.Kept(product);
        }
    }

    /** The product is to go. */
    record Remove(String productId) implements Edit {
        @Override
        public Result apply(@Nullable Product stored) {
            return stored == null ? missing(productId) : new Result.Kept(null);
        }
    }

    /** Price and stock are to change; a product must be there. */
    record Patch(String productId, ProductPatch patch) implements Edit {
        @Override
        public Result apply(@Nullable Product stored) {
            return stored == null ? missing(productId) : patch.apply(stored);
        }
    }

    private static Result missing(String id) {
        return new Result.Refused(new FieldError("/id", "There is no product '" + id + "'."));
    }
}
