package io.rapport.benchmarks.serving;

import io.rapport.recommendation.session.Sessions;
import java.util.Random;

/** Made-up sessions of a large catalogue: a few items are in many of them (Zipf-like), and visitors walk on to neighbours. */
final class WalkingVisitors {
    private static final int MEAN_LENGTH = 5;
    private static final double SKEW = 4;

    private final Random random;
    private final int items;

    WalkingVisitors(long seed, int items) {
        this.random = new Random(seed);
        this.items = items;
    }

    Sessions sessions(int count) {
        Sessions.Builder sessions = Sessions.builder(100);
        for (int i = 0; i < count; i++) {
            sessions.add(session(), i);
        }
        return sessions.build();
    }

    /** At least two clicks, on average some more; one in five clicks jumps to another place. */
    int[] session() {
        int[] clicks = new int[2 + (int) (-Math.log(1 - random.nextDouble()) * (MEAN_LENGTH - 2))];
        int place = popular();
        for (int i = 0; i < clicks.length; i++) {
            clicks[i] = place;
            place = random.nextInt(5) == 0 ? popular() : Math.floorMod(place + random.nextInt(21) - 10, items);
        }
        return clicks;
    }

    private int popular() {
        return (int) (items * Math.pow(random.nextDouble(), SKEW));
    }
}
