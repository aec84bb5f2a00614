package io.rapport.benchmarks.segments;

import io.rapport.benchmarks.house.ProfileApi;
import io.rapport.benchmarks.load.Outcome;
import io.rapport.benchmarks.shop.ShopSegments;
import io.rapport.benchmarks.shop.ShopTraffic;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The same shop's events with more and more segments, each time on a service that begins with nobody; with the number of them
 * that is promised also how soon a membership shows at half the rate, and how long a visitor's read takes.
 */
public final class SegmentRun {
    private static final long SEED = 20_260_301;
    private static final String RUN = "seg";
    private static final double NEWCOMERS = 0.02;
    private static final double FOR_LONG = 3_600;
    private static final int PROBES_PER_SECOND = 5;
    private static final int READERS = 500;
    /** Half of the heap is for what a batch needs for a moment, and malloc gives back what it can. */
    private static final List<String> WITHIN_600_MB = List.of(
            "-Xmx310m",
            "-Xmn150m",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:TrimNativeHeapInterval=5000");

    /**
     * How much.
     *
     * @param rate events a second
     * @param seconds how long they come in with each number of segments
     * @param warmUp events before anything is measured
     * @param visitors how many there are at first
     * @param segments the numbers of segments, from few to many
     * @param promised the one of them with which memberships are watched
     * @param probes memberships that are watched
     */
    public record Size(
            int rate, int seconds, int warmUp, int visitors, List<Integer> segments, int promised, int probes) {}

    private final Vertx vertx;
    private final Path logs;
    private final Size size;
    private final List<Phase> phases = new ArrayList<>();
    private SegmentFigures.@Nullable Shown shown;
    private double peakMegabytes;
    private int visitors;

    /** @param logs where the processes write */
    SegmentRun(Vertx vertx, Path logs, Size size) {
        this.vertx = vertx;
        this.logs = logs;
        this.size = size;
    }

    SegmentFigures run() throws Exception {
        for (int segments : size.segments()) {
            run(segments);
        }
        return new SegmentFigures(size, phases, Objects.requireNonNull(shown), peakMegabytes, visitors);
    }

    /** On a service that has never seen anybody. */
    private void run(int segments) throws Exception {
        ShopTraffic traffic = new ShopTraffic(SEED, RUN, size.visitors(), NEWCOMERS);
        say("a service with " + segments + " segments");
        try (House house = new House(logs, WITHIN_600_MB);
                RawFeed feed = new RawFeed(house.kafka(), house.topic(), traffic);
                Memory memory = new Memory(house)) {
            Map<String, String> conditions = ShopSegments.of(SEED, segments);
            conditions.forEach(house.profiles()::putSegment);
            say("warming up with " + size.warmUp() + " events");
            feed.feed(size.warmUp());
            house.awaitHandled();
            phases.add(measure(house, feed, segments));
            if (segments == size.promised()) {
                shown = watch(house, feed);
            }
            peakMegabytes = Math.max(peakMegabytes, memory.peakMegabytes());
            visitors = traffic.visitors();
        }
    }

    private Phase measure(House house, RawFeed feed, int segments) throws SQLException {
        say(size.rate() + " events/s with " + segments + " segments");
        Map<String, Double> before = house.cpuSeconds();
        long start = System.nanoTime();
        long events = feed.feed(size.rate(), size.seconds(), new AtomicBoolean());
        double fed = (System.nanoTime() - start) / 1e9;
        long behind = house.waiting();
        house.awaitHandled();
        double took = (System.nanoTime() - start) / 1e9;
        Map<String, Double> micros = new LinkedHashMap<>();
        house.cpuSeconds().forEach((name, after) -> micros.put(name, (after - before.get(name)) * 1e6 / events));
        Phase phase = new Phase(segments, events, fed, took, behind, micros);
        say(phase.toString());
        return phase;
    }

    /** With half the rate beside it. */
    private SegmentFigures.Shown watch(House house, RawFeed feed) throws Exception {
        ProfileApi profiles = house.profiles();
        profiles.putSegment(Visibility.SEGMENT, Visibility.CONDITION);
        profiles.awaitReady(Visibility.SEGMENT);
        Visibility visibility = new Visibility(house.tracking(), profiles);
        visibility.introduce(READERS, RUN + "-r");
        visibility.introduce(size.probes(), RUN + "-p");
        house.awaitHandled();
        say("reading visitors");
        VisitorReads reads = new VisitorReads(vertx, profiles, RUN + "-r", READERS);
        reads.run();
        awaitForgotten();
        Outcome cold = reads.run();
        Outcome warm = reads.run();
        AtomicBoolean stopped = new AtomicBoolean();
        CompletableFuture<Long> beside =
                CompletableFuture.supplyAsync(() -> feed.feed(size.rate() / 2, FOR_LONG, stopped));
        say("watching memberships while " + size.rate() / 2 + " events/s come in");
        Histogram seen = visibility.run(size.probes(), PROBES_PER_SECOND, RUN + "-p");
        reads.run();
        Outcome besideEvents = reads.run();
        long behind = house.waiting();
        stopped.set(true);
        beside.join();
        house.awaitHandled();
        return new SegmentFigures.Shown(seen, visibility.unseen(), behind, cold, warm, besideEvents);
    }

    /** What Redis holds of visitors goes after a minute. */
    private static void awaitForgotten() {
        LockSupport.parkNanos(61_000_000_000L);
    }

    private static void say(String what) {
        System.err.println("segments: " + what);
    }
}
