package io.rapport.dev.imports.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;

/** An unhappy answer in one line: its status, and what its problem document (RFC 9457) says. */
final class ProblemText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemText() {}

    static String of(HttpResponse<String> response) {
        String detail = detail(response.body());
        return response.statusCode() + (detail.isEmpty() ? "" : " (" + detail + ")");
    }

    private static String detail(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return problem.path("detail").asText(problem.path("title").asText());
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
