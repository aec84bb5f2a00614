package io.rapport.recommendation.input;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Single values by their JSON type; what is wrong goes to the reader. */
final class Scalars {
    private Scalars() {}

    static @Nullable String text(FieldReader reader, String name, JsonNode value, int longest, boolean multiline) {
        if (value.isMissingNode()) {
            return null;
        }
        String fault =
                value.isTextual() ? Text.fault(value.textValue(), longest, multiline) : "A text is expected here.";
        if (fault != null) {
            reader.fault(name, fault);
            return null;
        }
        return value.textValue();
    }

    static @Nullable Integer number(FieldReader reader, String name, JsonNode value, int least, int most) {
        if (value.isMissingNode()) {
            return null;
        }
        boolean fits = value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= least
                && value.intValue() <= most;
        if (!fits) {
            reader.fault(name, "A whole number from " + least + " to " + most + " is expected here.");
        }
        return fits ? value.intValue() : null;
    }

    static @Nullable Double decimal(FieldReader reader, String name, JsonNode value, double least, double most) {
        if (value.isMissingNode()) {
            return null;
        }
        boolean fits = value.isNumber() && value.doubleValue() >= least && value.doubleValue() <= most;
        if (!fits) {
            reader.fault(name, "A number from " + least + " to " + most + " is expected here.");
        }
        return fits ? value.doubleValue() : null;
    }
}
