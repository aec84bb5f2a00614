package io.rapport.profile.condition.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.Purpose;
import io.rapport.profile.condition.Condition;
import io.rapport.profile.condition.ConsentLeaf;
import io.rapport.profile.condition.SegmentLeaf;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads leaves that refer to another segment, or to a purpose that may be consented to. */
final class ReferenceReader {
    private static final int LONGEST_ID = 128;
    private static final String PURPOSES =
            Arrays.stream(Purpose.values()).map(Purpose::wire).collect(Collectors.joining(", "));

    private final Faults faults;
    private final Map<String, String> segments;

    ReferenceReader(Faults faults, Map<String, String> segments) {
        this.faults = faults;
        this.segments = segments;
    }

    @Nullable
    Condition segment(JsonNode json, Place place) {
        faults.unknownFields(json, place.pointer(), Set.of("segment"));
        JsonNode id = json.get("segment");
        String pointer = place.at("segment").pointer();
        boolean isId =
                id.isTextual() && !id.textValue().isBlank() && id.textValue().length() <= LONGEST_ID;
        if (!faults.check(isId, pointer, "The id of a segment.")) {
            return null;
        }
        segments.putIfAbsent(id.textValue(), pointer);
        return new SegmentLeaf(id.textValue());
    }

    @Nullable
    Condition consent(JsonNode json, Place place) {
        faults.unknownFields(json, place.pointer(), Set.of("consent"));
        String said = json.get("consent").asText();
        Optional<Purpose> purpose = Arrays.stream(Purpose.values())
                .filter(each -> each.wire().equals(said))
                .findFirst();
        faults.check(purpose.isPresent(), place.at("consent").pointer(), "A purpose: one of " + PURPOSES + ".");
        return purpose.map(ConsentLeaf::new).orElse(null);
    }
}
