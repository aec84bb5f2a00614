package io.rapport.profile.condition.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.condition.time.Span;
import io.rapport.profile.condition.value.Decimals;
import io.rapport.profile.condition.value.Moments;
import io.rapport.profile.condition.value.Op;
import io.rapport.profile.condition.value.Operand;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the values that operators compare with. */
final class OperandReader {
    /** Most values of a list. */
    static final int MOST_VALUES = 500;
    /** Longest text, in characters. */
    static final int LONGEST_TEXT = 1_024;
    /** Half the way round the earth. */
    private static final int FARTHEST_KM = 20_038;

    private static final String SPAN =
            "An ISO 8601 duration such as P30D, P1M or PT1H, longer than nothing and at most a century.";

    private final Faults faults;

    OperandReader(Faults faults) {
        this.faults = faults;
    }

    @Nullable
    Operand read(Op op, @Nullable JsonNode value, Place place) {
        if (op.takes() == Op.Takes.NOTHING) {
            return faults.check(value == null, place.pointer(), op.wire() + " takes no value.")
                    ? new Operand.None()
                    : null;
        }
        if (value == null) {
            faults.add(place.pointer(), op.wire() + " needs a value.");
            return null;
        }
        return switch (op.takes()) {
            case NOTHING -> new Operand.None();
            case SCALAR -> scalar(value, place) ? new Operand.Scalar(value) : null;
            case SCALARS -> scalars(value, place);
            case NUMBER ->
                Optional.ofNullable(number(value, place))
                        .map(Operand.Decimal::new)
                        .orElse(null);
            case RANGE -> range(value, place);
            case TEXT -> text(value, place) ? new Operand.Text(value.textValue()) : null;
            case EXPRESSION -> text(value, place) ? new ExpressionReader(faults).read(value.textValue(), place) : null;
            case MOMENT ->
                Optional.ofNullable(moment(value, place))
                        .map(Operand.Moment::new)
                        .orElse(null);
            case SPAN ->
                Optional.ofNullable(span(value, place)).map(Operand.Ago::new).orElse(null);
            case CIRCLE -> circle(value, place);
        };
    }

    private boolean scalar(JsonNode value, Place place) {
        if (value.isTextual()) {
            return text(value, place);
        }
        boolean isScalar = value.isBoolean() || (value.isNumber() && Decimals.of(value) != null);
        return faults.check(
                isScalar, place.pointer(), "A text, a number or a truth value; for nothing there is missing.");
    }

    private boolean text(JsonNode value, Place place) {
        return faults.check(value.isTextual(), place.pointer(), "A text.")
                && faults.check(
                        value.textValue().length() <= LONGEST_TEXT,
                        place.pointer(),
                        "A text of at most " + LONGEST_TEXT + " characters.");
    }

    private @Nullable Operand scalars(JsonNode value, Place place) {
        if (!faults.check(
                value.isArray() && !value.isEmpty() && value.size() <= MOST_VALUES,
                place.pointer(),
                "A list of 1 to " + MOST_VALUES + " values.")) {
            return null;
        }
        List<JsonNode> values = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            if (scalar(value.get(i), place.at(Integer.toString(i)))) {
                values.add(value.get(i));
            }
        }
        return values.size() == value.size() ? new Operand.Scalars(values) : null;
    }

    @Nullable
    BigDecimal number(JsonNode value, Place place) {
        BigDecimal number = value.isObject() ? null : Decimals.of(value);
        faults.check(number != null, place.pointer(), "A number, such as 19.99 or \"19.99\".");
        return number;
    }

    Operand.@Nullable Range range(JsonNode value, Place place) {
        if (!faults.check(
                value.isArray() && value.size() == 2, place.pointer(), "A list of two numbers, both within.")) {
            return null;
        }
        BigDecimal low = number(value.get(0), place.at("0"));
        BigDecimal high = number(value.get(1), place.at("1"));
        if (low == null || high == null) {
            return null;
        }
        boolean isOrdered = low.compareTo(high) <= 0;
        return faults.check(isOrdered, place.pointer(), "The lower number comes first.")
                ? new Operand.Range(low, high)
                : null;
    }

    @Nullable
    Instant moment(JsonNode value, Place place) {
        Instant moment = Moments.of(value);
        faults.check(moment != null, place.pointer(), "A timestamp of RFC 3339 or a date, 2026-03-01.");
        return moment;
    }

    @Nullable
    Span span(JsonNode value, Place place) {
        Optional<Span> span = value.isTextual() ? Span.parse(value.textValue()) : Optional.empty();
        faults.check(span.isPresent(), place.pointer(), SPAN);
        return span.orElse(null);
    }

    private @Nullable Operand circle(JsonNode value, Place place) {
        if (!faults.check(value.isObject(), place.pointer(), "An object with lat, lon and km.")) {
            return null;
        }
        faults.unknownFields(value, place.pointer(), Set.of("lat", "lon", "km"));
        boolean hasLat = coordinate(value, place, "lat", -90, 90);
        boolean hasLon = coordinate(value, place, "lon", -180, 180);
        boolean hasKm = coordinate(value, place, "km", 0, FARTHEST_KM);
        return hasLat && hasLon && hasKm
                ? new Operand.Circle(degrees(value, "lat"), degrees(value, "lon"), degrees(value, "km"))
                : null;
    }

    private boolean coordinate(JsonNode circle, Place place, String name, int least, int most) {
        JsonNode value = circle.path(name);
        boolean isWithin = value.isNumber() && value.doubleValue() >= least && value.doubleValue() <= most;
        return faults.check(isWithin, place.at(name).pointer(), "A number from " + least + " to " + most + ".");
    }

    private static double degrees(JsonNode circle, String name) {
        return circle.get(name).doubleValue();
    }
}
