package io.rapport.recommendation.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sessions to test with, made up from a seed. */
final class Histories {
    private Histories() {}

    /** Sessions of 1 to 12 clicks that wander through neighbouring items, some of which are much more popular. */
    static List<int[]> random(Random random, int sessions, int items) {
        List<int[]> made = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            made.add(session(random, items));
        }
        return made;
    }

    static int[] session(Random random, int items) {
        int[] clicks = new int[1 + random.nextInt(12)];
        int at = popular(random, items);
        for (int i = 0; i < clicks.length; i++) {
            at = random.nextInt(4) == 0 ? popular(random, items) : Math.floorMod(at + random.nextInt(5) - 2, items);
            clicks[i] = at;
        }
        return clicks;
    }

    /** The sessions with end times 0, 1, 2… */
    static Sessions inOrder(List<int[]> made) {
        Sessions.Builder builder = Sessions.builder(1000);
        for (int i = 0; i < made.size(); i++) {
            builder.add(made.get(i), i);
        }
        return builder.build();
    }

    static Sessions inOrder(int[]... made) {
        return inOrder(List.of(made));
    }

    private static int popular(Random random, int items) {
        return (int) (items * Math.pow(random.nextDouble(), 3));
    }
}
