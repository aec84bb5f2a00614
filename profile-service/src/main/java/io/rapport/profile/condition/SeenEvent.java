package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.rapport.profile.condition.value.TraitPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An event of a profile as conditions look at it; a {@code where} asks for its {@code properties.…} and {@code context.…}.
 *
 * @param name a track event's, page's or screen's name, the type's for other calls
 * @param at when it happened; to the microsecond, as the event store keeps it
 */
public record SeenEvent(String name, Instant at, JsonNode properties, JsonNode context) implements Subject {
    public SeenEvent {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public JsonNode trait(TraitPath path) {
        return switch (path.root()) {
            case "properties" -> path.below(properties);
            case "context" -> path.below(context);
            default -> MissingNode.getInstance();
        };
    }
}
