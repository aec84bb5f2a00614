package io.rapport.platform.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** What Jackson found wrong, with a JSON pointer and without Java's type names. */
public final class JsonProblems {
    private JsonProblems() {}

    public static Problem of(JsonProcessingException thrown) {
        if (thrown instanceof UnrecognizedPropertyException unknown) {
            return Problem.invalid(pointer(unknown), "Unknown field '" + unknown.getPropertyName() + "'.");
        }
        if (thrown instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return Problem.invalid(pointer(mapping), "The value is not of the type that this field takes.");
        }
        JsonLocation at = thrown.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return Problem.of(
                CommonProblem.INVALID_REQUEST, "The body is not the JSON that is expected here" + where + ".");
    }

    private static String pointer(JsonMappingException mapping) {
        return mapping.getPath().stream().map(JsonProblems::step).collect(Collectors.joining());
    }

    private static String step(JsonMappingException.Reference step) {
        String name = step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName();
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
