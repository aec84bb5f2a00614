package io.rapport.gateway.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** What was answered, counted: how many events must have been stored, and every answer that breaks the contract. */
final class FuzzAnswers {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100_000)
                    .maxNumberLength(1_000_000)
                    .build())
            .build());
    private static final Set<Integer> ALLOWED = Set.of(200, 400, 413, 415);

    private final Map<Integer, Integer> byStatus = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int singles;
    private int elements;

    synchronized void add(int number, FuzzRequest request, int status, String contentType, String body) {
        byStatus.merge(status, 1, Integer::sum);
        String expected = status == 200 ? "application/json" : "application/problem+json";
        if (!ALLOWED.contains(status) || !expected.equals(contentType)) {
            wrong.add("#" + number + " " + request.path() + " -> " + status + " " + contentType + " " + body);
        }
        if (status == 200 && request.isBatch()) {
            elements += elements(request);
        } else if (status == 200) {
            singles++;
        }
    }

    synchronized void failed(int number, Throwable fault) {
        wrong.add("#" + number + " " + fault);
    }

    /** Read by another parser than the gateway's way of doing it. */
    private static int elements(FuzzRequest request) {
        try {
            byte[] bytes = request.headers().containsKey("Content-Encoding")
                    ? new GZIPInputStream(
                                    new ByteArrayInputStream(request.body().getBytes()))
                            .readAllBytes()
                    : request.body().getBytes();
            return JSON.readTree(bytes).get("batch").size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<Integer, Integer> byStatus() {
        return byStatus;
    }

    List<String> wrong() {
        return wrong;
    }

    int accepted() {
        return singles + elements;
    }
}
