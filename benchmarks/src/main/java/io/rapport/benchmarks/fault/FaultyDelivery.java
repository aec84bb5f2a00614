package io.rapport.benchmarks.fault;

import io.rapport.benchmarks.shop.ShopEvent;
import io.rapport.benchmarks.shop.ShopTraffic;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A shop's events of the last four days, and the way in which they arrive: one in five twice, neighbours in any order, one in
 * twenty much later than it happened.
 */
final class FaultyDelivery {
    private static final Duration SPAN = Duration.ofDays(4);
    private static final int TWICE = 5;
    private static final int LATE = 20;
    private static final int NEAR = 200;
    private static final int FAR = 3_000;

    private final String run;
    private final List<ShopEvent> events;
    private final List<ShopEvent> deliveries;
    private final List<String> identities;

    private record Delivery(int place, ShopEvent event) {}

    FaultyDelivery(long seed, int count, int visitors) {
        this.run = "kill" + Long.toHexString(System.nanoTime());
        ShopTraffic traffic = new ShopTraffic(seed, run, visitors, 0);
        Random random = new Random(seed);
        Instant end = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        this.events = new ArrayList<>();
        List<Delivery> arrival = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < count; i++) {
            // Whoever is drawn by chance may never log in; everybody begins with one event of each kind of browser.
            int visitor = i % 3 == 0 ? i / 3 % visitors : random.nextInt(visitors);
            seen.add(visitor);
            Instant at = end.minus(SPAN.multipliedBy(count - i).dividedBy(count));
            ShopEvent event = traffic.of(visitor, at.truncatedTo(ChronoUnit.MILLIS));
            events.add(event);
            arrival.add(new Delivery(place(i, random), event));
            if (random.nextInt(TWICE) == 0) {
                arrival.add(new Delivery(place(i, random), event));
            }
        }
        arrival.sort(Comparator.comparingInt(Delivery::place));
        this.deliveries = arrival.stream().map(Delivery::event).toList();
        this.identities = IntStream.range(0, visitors)
                .filter(seen::contains)
                .mapToObj(traffic::identity)
                .toList();
    }

    private static int place(int number, Random random) {
        return number + random.nextInt(random.nextInt(LATE) == 0 ? FAR : NEAR);
    }

    /** In every identifier and messageId. */
    String run() {
        return run;
    }

    List<ShopEvent> events() {
        return events;
    }

    List<ShopEvent> deliveries() {
        return deliveries;
    }

    /** What the people go by. */
    List<String> identities() {
        return identities;
    }
}
