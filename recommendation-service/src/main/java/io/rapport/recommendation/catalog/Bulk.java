package io.rapport.recommendation.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.platform.consumer.Faults;
import io.rapport.platform.problem.FieldError;
import io.rapport.platform.problem.Problem;
import io.rapport.recommendation.input.JsonBody;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run of JSON Lines into the catalog: while a chunk of edits is stored the next is read, and no more than these two are
 * in memory. For a worker thread, as it waits.
 */
final class Bulk {
    private static final int CHUNK = 2_000;
    private static final int CHUNK_BYTES = 4 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CatalogService service;
    private final LineParser parser;
    private final BulkReport report = new BulkReport();
    private Chunk reading = new Chunk();
    private @Nullable CompletableFuture<Void> storing;

    /** Makes an edit of a line's JSON; what is wrong with it goes to the errors. */
    @FunctionalInterface
    interface LineParser {
        Edit parse(JsonNode json, List<FieldError> errors);
    }

    private static final class Chunk {
        final List<Long> lines = new ArrayList<>();
        final List<Edit> edits = new ArrayList<>();
        int bytes;

        boolean full() {
            return edits.size() >= CHUNK || bytes >= CHUNK_BYTES;
        }
    }

    Bulk(CatalogService service, LineParser parser) {
        this.service = service;
        this.parser = parser;
    }

    /** The counts so far, also after a fault. */
    BulkReport report() {
        return report;
    }

    void run(LineReader lines) throws IOException {
        try {
            for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
                read(line);
            }
        } catch (IOException e) {
            finish();
            throw e;
        }
        finish();
    }

    private void finish() {
        store();
        settle();
    }

    private void read(LineReader.Line line) {
        if (line.isBlank()) {
            return;
        }
        if (line.cut()) {
            report.reject(line.number(), "The line is longer than " + ProductLimits.DOCUMENT + " bytes.", List.of());
            return;
        }
        try {
            parse(line);
        } catch (Problem problem) {
            report.reject(line.number(), problem.getMessage(), problem.errors());
        }
        if (reading.full()) {
            store();
        }
    }

    private void parse(LineReader.Line line) {
        List<FieldError> errors = new ArrayList<>();
        Edit edit = parser.parse(JsonBody.parse(line.bytes(), ProductLimits.DOCUMENT), errors);
        JsonBody.refuse(errors);
        reading.lines.add(line.number());
        reading.edits.add(edit);
        reading.bytes += line.bytes().length;
    }

    private void store() {
        settle();
        Chunk chunk = reading;
        reading = new Chunk();
        if (!chunk.edits.isEmpty()) {
            storing = service.apply(chunk.edits)
                    .onFailure(Faults::isTransient)
                    .retry()
                    .withBackOff(Duration.ofMillis(50), Duration.ofSeconds(1))
                    .atMost(5)
                    .invoke(outcomes -> count(chunk, outcomes))
                    .replaceWithVoid()
                    .subscribeAsCompletionStage();
        }
    }

    private void count(Chunk chunk, List<EditOutcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            report.take(chunk.lines.get(i), outcomes.get(i));
        }
    }

    private void settle() {
        if (storing != null) {
            CompletableFuture<Void> waitedFor = storing;
            storing = null;
            waitedFor.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        }
    }
}
