package io.rapport.recommendation.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.FieldError;
import io.rapport.platform.problem.JsonProblems;
import io.rapport.platform.problem.Problem;
import java.io.IOException;
import java.util.List;

/** JSON from outside: one value, no duplicate names, numbers exact, and only as deep as anything of ours is. */
public final class JsonBody {
    private static final int DEEPEST = 32;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(100)
                        .build());
    }

    private JsonBody() {}

    /** The JSON in a body of at most so many bytes; anything else is a 4xx problem. */
    public static JsonNode parse(byte[] body, int most) {
        if (body.length > most) {
            throw Problem.of(CommonProblem.PAYLOAD_TOO_LARGE, "The body is larger than " + most + " bytes.");
        }
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        } catch (IOException e) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, "The body is not valid UTF-8.");
        }
    }

    /** Throws the errors, if there are any, as one 400 problem. */
    public static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            String detail = errors.size() == 1
                    ? errors.get(0).detail()
                    : errors.size() + " fields are not valid: " + errors.get(0).detail();
            throw Problem.of(CommonProblem.INVALID_REQUEST, detail, errors);
        }
    }
}
