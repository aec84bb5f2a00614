package io.rapport.benchmarks.load;

import io.rapport.benchmarks.house.Backlog;
import io.rapport.benchmarks.house.HouseAccess;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * The measurements on a house that runs. A JVM that has just started compiles while it answers, so everything is warmed up
 * first; decide is measured three times once nothing waits and no model is being built, and the run in the middle counts.
 */
final class LoadRun {
    private static final int BATCH = 100;
    private static final int PRODUCTS = 2_000;
    private static final int WARM_UP_SECONDS = 40;
    private static final int RUNS = 3;

    /** Batches a second beside decide, in the run that has both. */
    private static final int BATCHES_BESIDE = 10;

    /** A part that can be measured by itself. */
    enum Part {
        INTAKE,
        DECIDE
    }

    /**
     * How much.
     *
     * @param seconds how long each part runs
     * @param rate decide requests a second
     * @param connections of the intake's generator
     * @param users how many users the events are spread over
     */
    record Size(int seconds, int rate, int connections, int users) {}

    private final Vertx vertx;
    private final HouseAccess house;
    private final String kafka;
    private final Size size;
    private final LongFunction<Buffer> events;
    private final LongFunction<Buffer> visitors;

    LoadRun(Vertx vertx, HouseAccess house, String kafka, Size size) {
        this.vertx = vertx;
        this.house = house;
        this.kafka = kafka;
        this.size = size;
        EventBatch hundred = new EventBatch(BATCH, size.users(), PRODUCTS);
        this.events = number -> hundred.body(number, Instant.now().toString());
        this.visitors = number -> Buffer.buffer("{\"userId\":\"load-" + number % size.users()
                + "\",\"placements\":[\"home.top-picks\",\"home.recently-viewed\"],\"context\":{\"page\":\"home\"}}");
    }

    LoadFigures measure() throws Exception {
        Models models = new Models(house);
        say("a catalog of " + PRODUCTS);
        LoadCatalog.fill(house, PRODUCTS);
        say("warming up");
        intake(5);
        awaitHandled(600);
        decide(WARM_UP_SECONDS);
        say("raw Kafka producer");
        double producer = new RawProducer(kafka).run(size.seconds());
        say("intake");
        Outcome intake = intake(size.seconds());
        say("what was taken is handled before decide is measured");
        awaitHandled(size.seconds() * 60);
        models.awaitRest();
        decide(WARM_UP_SECONDS);
        say("decide");
        Outcome decide = decide();
        Outcome decideMost = new ClosedLoop(vertx, decideTarget(), 16).run(size.seconds(), visitors);
        say("decide while events come in");
        Outcome decideBeside = decideBesideIntake();
        say("plain Vert.x server");
        try (PlainServer plain = new PlainServer(vertx)) {
            Outcome plainIntake = new ClosedLoop(vertx, plain.target(), size.connections()).run(size.seconds(), events);
            Outcome plainDecide = new FixedRate(vertx, plain.target(), size.rate()).run(size.seconds(), visitors);
            return new LoadFigures(
                    BATCH,
                    size.rate(),
                    BATCH * BATCHES_BESIDE,
                    producer,
                    intake,
                    decide,
                    decideMost,
                    decideBeside,
                    plainIntake,
                    plainDecide);
        }
    }

    Outcome measure(Part part) throws InterruptedException {
        return switch (part) {
            case INTAKE -> intake(size.seconds());
            case DECIDE -> {
                decide(5);
                yield decide(size.seconds());
            }
        };
    }

    private void awaitHandled(int seconds) {
        Backlog backlog = new Backlog(kafka);
        backlog.awaitHandled("rapport.raw-events", "rapport.profile-service", Duration.ofSeconds(seconds));
        backlog.awaitHandled("rapport.profile-events", "rapport.recommendation-service", Duration.ofSeconds(seconds));
    }

    private Outcome intake(int seconds) throws InterruptedException {
        return new ClosedLoop(vertx, trackingTarget(), size.connections()).run(seconds, events);
    }

    private Outcome decide(int seconds) throws InterruptedException {
        return new FixedRate(vertx, decideTarget(), size.rate()).run(seconds, visitors);
    }

    /** The run in the middle, by its p99. */
    private Outcome decide() throws InterruptedException {
        List<Outcome> runs = IntStream.range(0, RUNS).mapToObj(run -> decided()).toList();
        return runs.stream()
                .sorted(Comparator.comparingDouble(run -> run.millis(99)))
                .toList()
                .get(RUNS / 2);
    }

    private Outcome decided() {
        try {
            return decide(size.seconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Outcome decideBesideIntake() throws InterruptedException {
        CompletableFuture<Outcome> beside = CompletableFuture.supplyAsync(this::paced);
        Outcome decide = decide(size.seconds());
        beside.join();
        return decide;
    }

    private Outcome paced() {
        try {
            return new FixedRate(vertx, trackingTarget(), BATCHES_BESIDE).run(size.seconds(), events);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Target trackingTarget() {
        return target("/v1/batch", house.publicAuthorization());
    }

    private Target decideTarget() {
        return target("/v1/decide", house.serverAuthorization());
    }

    private Target target(String path, String authorization) {
        URI gateway = house.gateway();
        return new Target(gateway.getHost(), gateway.getPort(), path, Map.of("Authorization", authorization));
    }

    private static void say(String what) {
        System.err.println("load: " + what);
    }
}
