package io.rapport.profile.membership;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.profile.condition.value.TraitPath;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The computed traits that conditions can ask for, and what touches them. */
public final class Computed {
    /** What an order, or what is said of it later, may change. */
    public static final List<TraitPath> OF_ORDERS =
            paths("orderCount", "revenue", "averageOrder", "firstOrderAt", "lastOrderAt", "favouriteCategories");
    /** What a look at a product may change. */
    public static final List<TraitPath> OF_INTEREST = paths("favouriteCategories");

    static final List<TraitPath> OF_ANY_EVENT = paths("firstSeenAt", "lastSeenAt");

    private Computed() {}

    private static List<TraitPath> paths(String... names) {
        return List.of(names).stream()
                .map(name -> TraitPath.parse("computed." + name).orElseThrow())
                .toList();
    }

    static ObjectNode seen(Instant first, Instant last) {
        return put(put(JsonNodeFactory.instance.objectNode(), "firstSeenAt", first), "lastSeenAt", last);
    }

    static ObjectNode put(ObjectNode computed, String name, @Nullable Instant at) {
        return at == null ? computed : computed.put(name, at.toString());
    }
}
