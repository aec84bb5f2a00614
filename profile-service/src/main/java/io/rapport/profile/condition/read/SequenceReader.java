package io.rapport.profile.condition.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.condition.Condition;
import io.rapport.profile.condition.EventMatch;
import io.rapport.profile.condition.SequenceLeaf;
import io.rapport.profile.condition.Step;
import io.rapport.profile.condition.time.Span;
import io.rapport.profile.condition.time.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads sequences. */
final class SequenceReader {
    /** Most steps. */
    static final int MOST_STEPS = 12;

    private final ConditionReader conditions;
    private final Faults faults;

    SequenceReader(ConditionReader conditions, Faults faults) {
        this.conditions = conditions;
        this.faults = faults;
    }

    @Nullable
    Condition read(JsonNode json, Place place) {
        faults.unknownFields(json, place.pointer(), Set.of("sequence", "within", "from", "to"));
        Window window = new WindowReader(faults).read(json, place);
        JsonNode steps = json.get("sequence");
        Place list = place.at("sequence");
        if (!faults.check(
                steps.isArray() && !steps.isEmpty() && steps.size() <= MOST_STEPS,
                list.pointer(),
                "A list of 1 to " + MOST_STEPS + " steps.")) {
            return null;
        }
        List<Step> read = steps(steps, list);
        return window == null || read.size() < steps.size() ? null : SequenceLeaf.of(read, window);
    }

    private List<Step> steps(JsonNode steps, Place list) {
        faults.check(
                !steps.get(0).has("absent"),
                list.at("0").pointer(),
                "A sequence begins with an event; for one that never was there is \"count\":{\"eq\":0}.");
        List<Step> read = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = step(steps.get(i), list.at(Integer.toString(i)));
            if (step != null) {
                read.add(step);
            }
        }
        return read;
    }

    private @Nullable Step step(JsonNode json, Place place) {
        if (!faults.check(
                json.has("event") != json.has("absent"), place.pointer(), "A step has either event or absent.")) {
            return null;
        }
        return json.has("event") ? happens(json, place) : absent(json, place);
    }

    private @Nullable Step happens(JsonNode json, Place place) {
        faults.unknownFields(json, place.pointer(), Set.of("event", "where"));
        EventMatch match = new EventReader(conditions, faults).match("event", json, place);
        return match == null ? null : new Step.Happens(match);
    }

    private @Nullable Step absent(JsonNode json, Place place) {
        faults.unknownFields(json, place.pointer(), Set.of("absent", "where", "for"));
        EventMatch match = new EventReader(conditions, faults).match("absent", json, place);
        Span span = new OperandReader(faults).span(json.path("for"), place.at("for"));
        return match == null || span == null ? null : new Step.Absent(match, span);
    }
}
