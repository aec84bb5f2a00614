package io.rapport.benchmarks.segments;

import io.rapport.benchmarks.house.ProfileApi;
import io.rapport.benchmarks.load.Outcome;
import io.rapport.benchmarks.shop.ShopSegments;
import io.rapport.benchmarks.shop.ShopTraffic;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * The same shop's events with more and more segments, on one service that goes on running; then, with the number of them that
 * is promised, how soon a membership shows at half the rate, and how long a visitor's read takes.
 */
public final class SegmentRun {
    private static final long SEED = 20_260_301;
    private static final double NEWCOMERS = 0.02;
    private static final double FOR_LONG = 3_600;
    private static final int PROBES_PER_SECOND = 5;
    private static final int READERS = 500;

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
    private final House house;
    private final ProfileApi profiles;
    private final Size size;
    private final String run = "seg" + Long.toHexString(System.nanoTime());
    private final List<Phase> phases = new ArrayList<>();
    private final Memory memory;
    private SegmentFigures.Shown shown;

    SegmentRun(Vertx vertx, House house, Size size) throws IOException {
        this.vertx = vertx;
        this.house = house;
        this.profiles = house.profiles();
        this.size = size;
        this.memory = new Memory(house);
    }

    SegmentFigures run() throws Exception {
        ShopTraffic traffic = new ShopTraffic(SEED, run, size.visitors(), NEWCOMERS);
        try (RawFeed feed = new RawFeed(house.kafka(), House.TOPIC, traffic);
                memory) {
            say("warming up with " + size.warmUp() + " events");
            feed.feed(size.warmUp());
            house.awaitHandled();
            Map<String, String> all = ShopSegments.of(
                    SEED, size.segments().stream().mapToInt(each -> each).max().orElse(0));
            int there = 0;
            for (int segments : size.segments()) {
                put(List.copyOf(all.entrySet()).subList(there, segments));
                there = segments;
                phases.add(measure(feed, segments));
                if (segments == size.promised()) {
                    shown = watch(feed);
                }
            }
            return new SegmentFigures(size, phases, shown, memory.peakMegabytes(), traffic.visitors());
        }
    }

    private void put(List<Map.Entry<String, String>> segments) {
        segments.forEach(segment -> profiles.putSegment(segment.getKey(), segment.getValue()));
        if (!segments.isEmpty()) {
            say(segments.size() + " more segments, and everybody is looked at");
            profiles.awaitReady(segments.get(segments.size() - 1).getKey());
        }
    }

    private Phase measure(RawFeed feed, int segments) throws SQLException {
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
    private SegmentFigures.Shown watch(RawFeed feed) throws Exception {
        profiles.putSegment(Visibility.SEGMENT, Visibility.CONDITION);
        profiles.awaitReady(Visibility.SEGMENT);
        Visibility visibility = new Visibility(house.access(), profiles);
        visibility.introduce(READERS, run + "-r");
        visibility.introduce(size.probes(), run + "-p");
        house.awaitHandled();
        say("reading visitors");
        VisitorReads reads = new VisitorReads(vertx, profiles, run + "-r", READERS);
        reads.run();
        awaitForgotten();
        Outcome cold = reads.run();
        Outcome warm = reads.run();
        AtomicBoolean stopped = new AtomicBoolean();
        CompletableFuture<Long> beside =
                CompletableFuture.supplyAsync(() -> feed.feed(size.rate() / 2, FOR_LONG, stopped));
        say("watching memberships while " + size.rate() / 2 + " events/s come in");
        Histogram seen = visibility.run(size.probes(), PROBES_PER_SECOND, run + "-p");
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
