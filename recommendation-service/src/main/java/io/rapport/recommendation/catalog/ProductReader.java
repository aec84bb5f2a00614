package io.rapport.recommendation.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.Money;
import io.rapport.platform.problem.FieldError;
import io.rapport.recommendation.input.FieldReader;
import io.rapport.recommendation.input.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a product as callers send it, and says of each bad field what is wrong. */
final class ProductReader {
    private final FieldReader fields;

    private ProductReader(FieldReader fields) {
        this.fields = fields;
    }

    /**
     * The product in this JSON; what is wrong with it is added to {@code errors}, and then the product is of no use.
     *
     * @param id what the path says, or null where the body must say it
     */
    static Product read(JsonNode body, @Nullable String id, List<FieldError> errors) {
        return new ProductReader(FieldReader.of(body, errors)).product(id);
    }

    private Product product(@Nullable String path) {
        Product product = new Product(
                id(fields, path),
                fields.requiredText("title", ProductLimits.TITLE),
                fields.prose("description", ProductLimits.DESCRIPTION),
                Links.read(fields, "url"),
                Links.read(fields, "imageUrl"),
                fields.text("brand", ProductLimits.BRAND),
                categories(),
                fields.money("price"),
                fields.money("listPrice"),
                fields.number("stock", 0, ProductLimits.STOCK),
                countries(),
                Attributes.read(fields, "attributes"),
                distinct("tags", fields.texts("tags", ProductLimits.TAGS, ProductLimits.TAG)),
                variants(),
                options());
        fields.refuseOthers();
        sameCurrency(product.price(), product.listPrice());
        return product;
    }

    /** The id of a product in a body; one in the path must be the same. */
    static String id(FieldReader fields, @Nullable String path) {
        String id = path == null || fields.has("id") ? fields.requiredText("id", Text.LONGEST_ID) : path;
        if (path != null && !id.equals(path)) {
            fields.fault("id", "The id is not the one in the path.");
        }
        return id;
    }

    private List<String> categories() {
        List<String> paths = new ArrayList<>();
        int index = 0;
        for (String path : fields.texts("categories", ProductLimits.CATEGORIES, ProductLimits.CATEGORY)) {
            String normal = Categories.normal(path);
            if (normal == null) {
                fields.fault("categories/" + index, "A path such as \"Garden > Lamps\" is expected here.");
            } else {
                paths.add(normal);
            }
            index++;
        }
        return distinct("categories", paths);
    }

    private List<String> countries() {
        List<String> countries = fields.texts("countries", ProductLimits.COUNTRIES, 2);
        for (int i = 0; i < countries.size(); i++) {
            if (!countries.get(i).matches("[A-Z]{2}")) {
                fields.fault("countries/" + i, "A country code of ISO 3166 such as \"NL\" is expected here.");
            }
        }
        return distinct("countries", countries);
    }

    private List<Variant> variants() {
        List<Variant> variants = fields.objects("variants", ProductLimits.VARIANTS).stream()
                .filter(FieldReader::readable)
                .map(ProductReader::variant)
                .toList();
        distinct("variants", variants, Variant::id);
        return variants;
    }

    private static Variant variant(FieldReader fields) {
        Variant variant = new Variant(
                fields.requiredText("id", Text.LONGEST_ID),
                Attributes.read(fields, "attributes"),
                fields.money("price"),
                fields.number("stock", 0, ProductLimits.STOCK));
        fields.refuseOthers();
        return variant;
    }

    /** What a design is made of; kept as sent, each under an id of its own. */
    private List<JsonNode> options() {
        List<JsonNode> options = new ArrayList<>();
        for (FieldReader option : fields.objects("options", ProductLimits.OPTIONS)) {
            if (option.readable()) {
                option.requiredText("id", Text.LONGEST_ID);
            }
        }
        fields.entries("options", ProductLimits.OPTIONS).forEach(options::add);
        Attributes.checkTexts(fields, "options");
        distinct("options", options, option -> option.path("id").asText());
        return options;
    }

    private void sameCurrency(@Nullable Money price, @Nullable Money listPrice) {
        if (price != null && listPrice != null && !price.currency().equals(listPrice.currency())) {
            fields.fault("listPrice/currency", "The list price is in another currency than the price.");
        }
    }

    private List<String> distinct(String name, List<String> values) {
        return distinct(name, values, Function.identity());
    }

    private <T> List<T> distinct(String name, List<T> values, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(key.apply(values.get(i)))) {
                fields.fault(name + "/" + i, "The same stands here twice.");
            }
        }
        return values;
    }
}
