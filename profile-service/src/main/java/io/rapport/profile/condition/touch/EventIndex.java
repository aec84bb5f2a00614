package io.rapport.profile.condition.touch;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.condition.EventBased;
import io.rapport.profile.condition.EventMatch;
import io.rapport.profile.condition.SeenEvent;
import io.rapport.profile.condition.value.TraitPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves by the name of their event, and where all of them need a property to be one of some texts, by that text too: of
 * a thousand segments over {@code Product Viewed} of a category each, an event meets the one of its category.
 */
final class EventIndex {
    private final Map<String, Named> byName = new HashMap<>();

    /** The leaves of one event name. */
    private record Named(List<EventBased> always, Map<TraitPath, Map<String, List<EventBased>>> byText) {}

    void add(EventBased leaf, EventMatch match) {
        Named named = byName.computeIfAbsent(match.event(), name -> new Named(new ArrayList<>(), new HashMap<>()));
        Optional<RequiredText> required = RequiredText.of(match.where());
        if (required.isEmpty()) {
            named.always().add(leaf);
            return;
        }
        Map<String, List<EventBased>> byText =
                named.byText().computeIfAbsent(required.get().path(), path -> new HashMap<>());
        required.get()
                .texts()
                .forEach(text ->
                        byText.computeIfAbsent(text, key -> new ArrayList<>()).add(leaf));
    }

    Set<EventBased> touched(SeenEvent event) {
        Named named = byName.get(event.name());
        if (named == null) {
            return Set.of();
        }
        Set<EventBased> touched = new LinkedHashSet<>(named.always());
        named.byText().forEach((path, byText) -> {
            JsonNode value = event.trait(path);
            if (value.isTextual()) {
                touched.addAll(byText.getOrDefault(value.textValue(), List.of()));
            }
        });
        return touched;
    }
}
