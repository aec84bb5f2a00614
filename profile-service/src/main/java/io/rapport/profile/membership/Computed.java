package io.rapport.profile.membership;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.profile.computed.behaviour.Behaviour;
import io.rapport.profile.computed.behaviour.Call;
import io.rapport.profile.condition.value.TraitPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The computed traits that conditions can ask for, and what touches them. */
public final class Computed {
    /** Where the categories are that somebody looks at and buys most. */
    static final String FAVOURITES = "favouriteCategories";

    /** What an order, or what is said of it later, may change. */
    public static final List<TraitPath> OF_ORDERS =
            paths("orderCount", "revenue", "averageOrder", "firstOrderAt", "lastOrderAt", FAVOURITES);
    /** What a look at a product may change. */
    public static final List<TraitPath> OF_INTEREST = paths(FAVOURITES);

    /** What is not exact any more once visits come that are older than those that are kept. */
    static final List<TraitPath> OF_VISITS = paths("sessionCount", "timeOnSiteSeconds");

    static final List<TraitPath> OF_ANY_EVENT = paths("firstSeenAt", "lastSeenAt");

    /** What is learnt of all customers' orders, and so changes with that. */
    public static final List<TraitPath> OF_VALUE =
            paths("rfm", "lifetimeValue", "probabilityAlive", "churnRisk", "replenishment");

    private static final Map<String, TraitPath> BY_NAME = new ConcurrentHashMap<>();

    private Computed() {}

    static List<TraitPath> touchedBy(Call call) {
        return Behaviour.touchedBy(call).stream()
                .map(name -> BY_NAME.computeIfAbsent(name, Computed::path))
                .toList();
    }

    private static TraitPath path(String name) {
        return TraitPath.parse("computed." + name).orElseThrow();
    }

    private static List<TraitPath> paths(String... names) {
        return List.of(names).stream().map(Computed::path).toList();
    }

    static ObjectNode seen(Instant first, Instant last) {
        return put(put(JsonNodeFactory.instance.objectNode(), "firstSeenAt", first), "lastSeenAt", last);
    }

    static ObjectNode put(ObjectNode computed, String name, @Nullable Instant at) {
        return at == null ? computed : computed.put(name, at.toString());
    }
}
