package io.rapport.profile.intake;

import static io.rapport.profile.intake.SentEvent.NOON;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What a few people do who share tablets and addresses, told of another set of people each time but otherwise the same. */
final class SharedHistories {
    private static final int USERS = 3;

    /** One call; of whom it is depends on the world that it is told in. */
    record Call(
            int no,
            int kind,
            Instant at,
            int user,
            int browser,
            int device,
            int email,
            int previous,
            int trust,
            int value) {
        SentEvent in(String world) {
            SentEvent event = said(world);
            if (user >= 0) {
                event.user("u" + user + world);
            }
            if (browser >= 0) {
                event.anonymous("b" + browser + world);
            }
            if (device >= 0) {
                event.context("device", "{'id':'d" + device + world + "'}");
            }
            switch (trust) {
                case 0 -> event.source("web");
                case 1 -> event.proved();
                default -> event.backEnd();
            }
            return event.at(at).id(String.format("%04d%s", no, world));
        }

        private SentEvent said(String world) {
            String address = "'e" + email + world + "@example.com'";
            if (previous >= 0 && user >= 0) {
                return SentEvent.alias((previous < USERS ? "u" + previous : "b" + (previous - USERS)) + world);
            }
            return switch (kind) {
                case 0 ->
                    SentEvent.identify("{'plan':'" + value + "'" + (email < 0 ? "" : ",'email':" + address) + "}");
                case 1 -> SentEvent.identify("{'shoe':" + value + ",'size':" + (value % 7 == 0 ? "null" : "1") + "}");
                default -> SentEvent.track("Product Viewed", "{'category':'C" + value % 3 + "'}");
            };
        }

        @Override
        public String toString() {
            return no + " " + at + " kind" + kind + " u" + user + " b" + browser + " d" + device + " e" + email
                    + " was " + previous + " trust " + trust + " value " + value;
        }
    }

    private final Random random;

    SharedHistories(Random random) {
        this.random = random;
    }

    /** In the order of time, where the number decides between two of one moment. */
    List<Call> next() {
        List<Call> calls = new ArrayList<>();
        int size = 3 + random.nextInt(10);
        int hours = random.nextBoolean() ? 5 : 24 * 20;
        for (int no = 0; no < size; no++) {
            int browser = random.nextInt(3) == 0 ? -1 : random.nextInt(3);
            calls.add(new Call(
                    no,
                    random.nextInt(3),
                    NOON.plusSeconds(3600L * random.nextInt(hours)),
                    browser < 0 ? random.nextInt(USERS) : some(2, USERS),
                    browser,
                    some(5, 2),
                    some(2, 3),
                    some(10, 2 * USERS),
                    random.nextInt(3),
                    random.nextInt(50)));
        }
        calls.sort(Comparator.comparing(Call::at).thenComparing(Call::no));
        return calls;
    }

    private int some(int oneIn, int values) {
        return random.nextInt(oneIn) == 0 ? random.nextInt(values) : -1;
    }
}
