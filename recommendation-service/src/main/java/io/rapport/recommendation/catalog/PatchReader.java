package io.rapport.recommendation.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.Money;
import io.rapport.platform.problem.FieldError;
import io.rapport.recommendation.catalog.ProductPatch.Given;
import io.rapport.recommendation.catalog.ProductPatch.VariantPatch;
import io.rapport.recommendation.input.FieldReader;
import io.rapport.recommendation.input.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads new prices and stock: an absent field stays, null takes away (RFC 7396, but variants are told by their id). */
final class PatchReader {
    private PatchReader() {}

    static Edit.Patch read(JsonNode body, @Nullable String id, List<FieldError> errors) {
        FieldReader fields = FieldReader.of(body, errors);
        Edit.Patch patch = new Edit.Patch(
                ProductReader.id(fields, id),
                new ProductPatch(money(fields, "price"), money(fields, "listPrice"), stock(fields), variants(fields)));
        fields.refuseOthers();
        return patch;
    }

    private static Map<String, VariantPatch> variants(FieldReader fields) {
        Map<String, VariantPatch> variants = new LinkedHashMap<>();
        for (FieldReader variant : fields.objects("variants", ProductLimits.VARIANTS)) {
            if (variant.readable()) {
                String id = variant.requiredText("id", Text.LONGEST_ID);
                variants.put(id, new VariantPatch(money(variant, "price"), stock(variant)));
                variant.refuseOthers();
            }
        }
        return variants;
    }

    private static Given<Money> money(FieldReader fields, String name) {
        return new Given<>(fields.has(name), fields.money(name));
    }

    private static Given<Integer> stock(FieldReader fields) {
        return new Given<>(fields.has("stock"), fields.number("stock", 0, ProductLimits.STOCK));
    }
}
