package io.rapport.dev.imports.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/** {@code POST /api/catalog/products}, a product a line; the answer lists the lines that were refused. */
record ProductReceiver(int mostRecords) implements Receiver {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public int mostBytes() {
        return 2_000_000;
    }

    @Override
    public Payload payload(List<Outgoing> batch) {
        return Payload.of("api/catalog/products", "application/x-ndjson", out -> {
            for (Outgoing product : batch) {
                out.write(product.content().json());
                out.write('\n');
            }
        });
    }

    @Override
    public List<Refused> refused(List<Outgoing> batch, String answer) {
        List<Refused> refused = new ArrayList<>();
        for (JsonNode rejected : answered(answer).path("rejected")) {
            int line = rejected.path("line").asInt();
            if (line < 1 || line > batch.size()) {
                throw new Stopped(
                        "The gateway refused line " + line + " of " + batch.size() + ": is it one of Rapport?");
            }
            refused.add(new Refused(batch.get(line - 1), reason(rejected)));
        }
        return refused;
    }

    private static JsonNode answered(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new Stopped("The gateway's answer is not JSON: is it one of Rapport?", e);
        }
    }

    private static String reason(JsonNode rejected) {
        StringBuilder reason = new StringBuilder(rejected.path("detail").asText("refused"));
        for (JsonNode error : rejected.path("errors")) {
            String detail = error.path("detail").asText();
            if (reason.indexOf(detail) < 0) {
                reason.append(" ")
                        .append(error.path("pointer").asText())
                        .append(": ")
                        .append(detail);
            }
        }
        return reason.toString();
    }
}
