package io.rapport.profile.condition.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.platform.problem.FieldError;
import io.rapport.profile.condition.Score;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads scores: a list of {@code {"condition":{…},"weight":10}}. */
public final class ScoreReader {
    /** Most weighted conditions of a score. */
    static final int MOST = 50;

    private final List<FieldError> errors = new ArrayList<>();
    private final Map<String, String> segments = new LinkedHashMap<>();

    private ScoreReader() {}

    /**
     * What came of reading a score; see {@link Reading}.
     *
     * @param score empty where anything is wrong
     */
    public record ScoreReading(Optional<Score> score, List<FieldError> faults, Map<String, String> segments) {}

    /**
     * Reads a score.
     *
     * @param pointer where it is in the request, {@code /weights}
     */
    public static ScoreReading read(JsonNode json, String pointer) {
        return new ScoreReader().score(json, pointer);
    }

    private ScoreReading score(JsonNode json, String pointer) {
        List<Score.Weighted> weights = new ArrayList<>();
        if (!json.isArray() || json.isEmpty() || json.size() > MOST) {
            errors.add(new FieldError(pointer, "A list of 1 to " + MOST + " conditions with their weights."));
        } else {
            for (int i = 0; i < json.size(); i++) {
                weighted(json.get(i), pointer + "/" + i).ifPresent(weights::add);
            }
        }
        Optional<Score> score = errors.isEmpty() ? Optional.of(new Score(weights)) : Optional.empty();
        return new ScoreReading(score, List.copyOf(errors), Map.copyOf(segments));
    }

    private Optional<Score.Weighted> weighted(JsonNode json, String pointer) {
        Faults faults = new Faults();
        if (!faults.check(json.isObject(), pointer, "An object with a condition and its weight.")) {
            errors.addAll(faults.errors());
            return Optional.empty();
        }
        faults.unknownFields(json, pointer, Set.of("condition", "weight"));
        Place weightAt = new Place(pointer, Scope.PROFILE, 1).at("weight");
        BigDecimal weight = new OperandReader(faults).number(json.path("weight"), weightAt);
        Reading condition = ConditionReader.read(json.get("condition"), pointer + "/condition");
        errors.addAll(faults.errors());
        errors.addAll(condition.faults());
        condition.segments().forEach(segments::putIfAbsent);
        return weight == null ? Optional.empty() : condition.condition().map(each -> new Score.Weighted(each, weight));
    }
}
