package io.rapport.profile.condition.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.condition.value.Comparison;
import io.rapport.profile.condition.value.Operand;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads how counts and aggregates are compared. */
final class ComparisonReader {
    private final Faults faults;

    ComparisonReader(Faults faults) {
        this.faults = faults;
    }

    /** The one comparator among an object's fields. */
    @Nullable
    Comparison read(JsonNode json, Place place) {
        List<Comparison.Comparator> said = Arrays.stream(Comparison.Comparator.values())
                .filter(each -> json.has(each.wire()))
                .toList();
        if (said.size() != 1) {
            faults.add(
                    place.pointer(),
                    "Exactly one of "
                            + Arrays.stream(Comparison.Comparator.values())
                                    .map(Comparison.Comparator::wire)
                                    .collect(Collectors.joining(", "))
                            + ".");
            return null;
        }
        String wire = said.get(0).wire();
        return read(said.get(0), json.get(wire), place.at(wire));
    }

    private @Nullable Comparison read(Comparison.Comparator comparator, JsonNode value, Place place) {
        OperandReader operands = new OperandReader(faults);
        if (comparator == Comparison.Comparator.BETWEEN) {
            Operand.Range range = operands.range(value, place);
            return range == null ? null : new Comparison(comparator, range.low(), range.high());
        }
        BigDecimal number = operands.number(value, place);
        return number == null ? null : new Comparison(comparator, number, number);
    }
}
