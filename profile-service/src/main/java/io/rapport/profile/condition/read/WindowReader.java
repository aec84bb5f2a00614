package io.rapport.profile.condition.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.condition.time.Span;
import io.rapport.profile.condition.time.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads {@code within}, or {@code from} and {@code to}. */
final class WindowReader {
    private final Faults faults;

    WindowReader(Faults faults) {
        this.faults = faults;
    }

    /** Null where it is at fault; all time where nothing is said. */
    @Nullable
    Window read(JsonNode json, Place place) {
        boolean isFixed = json.has("from") || json.has("to");
        if (!json.has("within")) {
            return isFixed ? fixed(json, place) : Window.Fixed.EVER;
        }
        boolean isClear = faults.check(
                !isFixed,
                place.at("within").pointer(),
                "Either within, which moves with the clock, or from and to, which stand still.");
        Span span = new OperandReader(faults).span(json.get("within"), place.at("within"));
        return span != null && isClear ? new Window.Within(span) : null;
    }

    private @Nullable Window fixed(JsonNode json, Place place) {
        Instant from = moment("from", json, place);
        Instant to = moment("to", json, place);
        boolean isSound = (from != null || !json.has("from")) && (to != null || !json.has("to"));
        boolean isOrdered = from == null || to == null || from.isBefore(to);
        return faults.check(isOrdered, place.at("to").pointer(), "to is later than from.") && isSound
                ? new Window.Fixed(from, to)
                : null;
    }

    private @Nullable Instant moment(String name, JsonNode json, Place place) {
        return json.has(name) ? new OperandReader(faults).moment(json.get(name), place.at(name)) : null;
    }
}
