package io.rapport.dev.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/**
 * Stands for the gateway, and behaves as the API says: it counts a messageId once, keeps the order of arrival, refuses what is
 * over the limits, and now and then is busy, away or gone in the middle of an answer.
 */
final class FakeGateway implements AutoCloseable {
    static final String KEY = "sk_test";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int EVENT_BYTES = 32 * 1024;
    private static final int BATCH_BYTES = 500 * 1024;
    private static final int BATCH_EVENTS = 2_500;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Random faults;
    private final int faultyPercent;
    private final Map<String, JsonNode> events = new LinkedHashMap<>();
    private final Map<String, List<String>> timesByVisitor = new HashMap<>();
    private final Map<String, JsonNode> products = new LinkedHashMap<>();
    private Runnable onRequest = () -> {};
    private int requests;
    private int repeated;

    /** @param faultyPercent how many of a hundred requests go wrong */
    FakeGateway(long seed, int faultyPercent) {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.faults = new Random(seed);
        this.faultyPercent = faultyPercent;
        server.setExecutor(threads);
        server.createContext("/v1/import", exchange -> handle(exchange, this::takeEvents));
        server.createContext("/api/catalog/products", exchange -> handle(exchange, this::takeProducts));
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Something that happens at the beginning of each request. */
    synchronized void onRequest(Runnable action) {
        onRequest = action;
    }

    synchronized Map<String, JsonNode> events() {
        return new LinkedHashMap<>(events);
    }

    synchronized Map<String, JsonNode> products() {
        return new LinkedHashMap<>(products);
    }

    synchronized Map<String, List<String>> timesByVisitor() {
        return new HashMap<>(timesByVisitor);
    }

    synchronized int requests() {
        return requests;
    }

    /** Events that came under an id that had come before. */
    synchronized int repeated() {
        return repeated;
    }

    private interface Taking {
        String take(byte[] body) throws IOException;
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int status;

        Refused(int status, String detail) {
            super(detail);
            this.status = status;
        }
    }

    private void handle(HttpExchange exchange, Taking taking) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int fault = begin();
        if (fault == 0) {
            exchange.close();
        } else if (fault == 1) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            answer(exchange, 429, "{\"title\":\"Too many\"}");
        } else if (fault == 2) {
            answer(exchange, 503, "");
        } else {
            answered(exchange, taking, body, fault == 3);
        }
    }

    /** Which fault this request meets: 0 cut off before, 1 busy, 2 away, 3 cut off after it was taken; others none. */
    private synchronized int begin() {
        requests++;
        onRequest.run();
        return faults.nextInt(100) < faultyPercent ? faults.nextInt(4) : 9;
    }

    private void answered(HttpExchange exchange, Taking taking, byte[] body, boolean cutOff) throws IOException {
        try {
            authorise(exchange);
            String answer = taking.take(new GZIPInputStream(new java.io.ByteArrayInputStream(body)).readAllBytes());
            if (cutOff) {
                exchange.close();
            } else {
                answer(exchange, 200, answer);
            }
        } catch (Refused e) {
            answer(exchange, e.status, "{\"title\":\"No\",\"detail\":\"" + e.getMessage() + "\"}");
        }
    }

    private static void authorise(HttpExchange exchange) {
        if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            throw new Refused(401, "The server key is not known.");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized String takeEvents(byte[] body) throws IOException {
        JsonNode batch = JSON.readTree(body).path("batch");
        if (body.length > BATCH_BYTES || batch.size() > BATCH_EVENTS) {
            throw new Refused(413, "too large a batch");
        }
        for (JsonNode event : batch) {
            if (event.toString().length() > EVENT_BYTES
                    || event.path("event").asText().equals("Unwanted")) {
                throw new Refused(413, "an event that is not wanted");
            }
        }
        batch.forEach(this::keep);
        return "{\"success\":true}";
    }

    private void keep(JsonNode event) {
        if (events.putIfAbsent(event.get("messageId").textValue(), event) != null) {
            repeated++;
            return;
        }
        String visitor = event.path("userId").asText(event.path("anonymousId").asText());
        timesByVisitor
                .computeIfAbsent(visitor, name -> new ArrayList<>())
                .add(event.get("timestamp").textValue());
    }

    private synchronized String takeProducts(byte[] body) throws IOException {
        ArrayNode rejected = JSON.createArrayNode();
        int line = 0;
        for (String text : new String(body, StandardCharsets.UTF_8).lines().toList()) {
            line++;
            JsonNode product = JSON.readTree(text);
            if (product.path("title").asText().startsWith("Unwanted")) {
                rejected.addObject().put("line", line).put("detail", "not wanted");
            } else {
                products.put(product.get("id").textValue(), product);
            }
        }
        return JSON.createObjectNode()
                .put("accepted", line - rejected.size())
                .set("rejected", rejected)
                .toString();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
