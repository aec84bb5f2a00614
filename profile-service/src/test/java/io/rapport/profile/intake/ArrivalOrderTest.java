package io.rapport.profile.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.profile.intake.SharedHistories.Call;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The same events end in the same people with the same traits, events and interests: told in the order of time to one consumer
 * and, of other people, in any order to several at once, against PostgreSQL.
 */
@QuarkusTest
class ArrivalOrderTest extends IntakeTestBase {
    private static final int HISTORIES = Integer.getInteger("arrival.histories", 200);
    private static final int WORLDS = 3;
    private static final int LANES = 4;
    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void theSameEventsEndInTheSamePeopleInAnyOrderAndWithAnyConcurrency() {
        // Given
        long seed = Long.getLong("arrival.seed", System.nanoTime());
        System.out.println("ArrivalOrderTest seed " + seed);
        Random random = new Random(seed);
        SharedHistories histories = new SharedHistories(random);
        List<List<Call>> all = new ArrayList<>();
        for (int i = 0; i < HISTORIES; i++) {
            all.add(histories.next());
        }

        // When
        for (int world = 0; world < WORLDS; world++) {
            tell(all, world, random);
        }

        // Then
        List<Map<String, String>> worlds = new ArrayList<>();
        for (int world = 0; world < WORLDS; world++) {
            worlds.add(people(world));
        }
        String different = smallestDifference(all, worlds);
        assertThat(different).as("seed %d", seed).isEmpty();
    }

    private String suffix(int history, int world) {
        return "-h" + history + "-w" + world + "-" + own;
    }

    /** The first world in the order of time, by one; the others in any order, some of it twice, by several. */
    private void tell(List<List<Call>> all, int world, Random random) {
        List<SentEvent> events = new ArrayList<>();
        for (int history = 0; history < all.size(); history++) {
            for (Call call : all.get(history)) {
                events.add(call.in(suffix(history, world)));
                if (world > 0 && random.nextInt(10) == 0) {
                    events.add(call.in(suffix(history, world)));
                }
            }
        }
        if (world > 0) {
            Collections.shuffle(events, random);
        }
        List<List<SentEvent>> batches = new ArrayList<>();
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(40));
            batches.add(List.copyOf(events.subList(from, to)));
            from = to;
        }
        Multi.createFrom()
                .iterable(batches)
                .onItem()
                .transformToUni(batch -> Uni.createFrom()
                        .deferred(() -> intake.handle(
                                batch.stream().map(SentEvent::record).toList()))
                        .onFailure()
                        .retry()
                        .atMost(20))
                .merge(world == 0 ? 1 : LANES)
                .onItem()
                .ignoreAsUni()
                .await()
                .atMost(LONG);
    }

    /** Who is who in each history, without what tells the worlds apart. */
    private Map<String, String> people(int world) {
        String like = "%-w" + world + "-" + own + "%";
        Map<UUID, Map<String, TreeSet<String>>> found = new HashMap<>();
        Map<UUID, String> history = new HashMap<>();
        for (Row row : query("select profile_id, value from identifier where value like $1", like)) {
            note(found, row.getUUID(0), "is", plain(row.getString(1), world));
            history.put(row.getUUID(0), row.getString(1).replaceAll(".*-(h\\d+)-w.*", "$1"));
        }
        UUID[] ids = found.keySet().toArray(UUID[]::new);
        for (Row row : query("select id, traits::text from profile where id = any($1)", (Object) ids)) {
            note(found, row.getUUID(0), "traits", plain(row.getString(1), world));
        }
        for (Row row : query("select profile_id, message_id from event where message_id like $1", like)) {
            note(found, row.getUUID(0), "did", row.getString(1).substring(0, 4));
        }
        for (Row row :
                query("select profile_id, category, interest from profile_category where profile_id = any($1)", (Object)
                        ids)) {
            note(found, row.getUUID(0), "likes", row.getString(1) + "x" + row.getInteger(2));
        }
        Map<String, TreeSet<String>> told = new TreeMap<>();
        found.forEach((id, person) -> told.computeIfAbsent(history.getOrDefault(id, "nowhere"), key -> new TreeSet<>())
                .add(person.toString()));
        Map<String, String> text = new TreeMap<>();
        told.forEach((key, people) -> text.put(key, String.join("\n    ", people)));
        return text;
    }

    private static void note(Map<UUID, Map<String, TreeSet<String>>> found, UUID id, String what, String value) {
        found.computeIfAbsent(id, key -> new TreeMap<>())
                .computeIfAbsent(what, key -> new TreeSet<>())
                .add(value);
    }

    private String plain(String text, int world) {
        return text.replaceAll("-h\\d+-w" + world + "-" + own, "");
    }

    private String smallestDifference(List<List<Call>> all, List<Map<String, String>> worlds) {
        List<Integer> different = new ArrayList<>();
        for (int history = 0; history < all.size(); history++) {
            String key = "h" + history;
            if (worlds.stream()
                            .map(world -> String.valueOf(world.get(key)))
                            .distinct()
                            .count()
                    > 1) {
                different.add(history);
            }
        }
        return different.stream()
                .min(Comparator.comparing(history -> all.get(history).size()))
                .map(history -> different.size() + " differ, the smallest:\n" + describe(all, worlds, history))
                .orElse("");
    }

    private static String describe(List<List<Call>> all, List<Map<String, String>> worlds, int history) {
        StringBuilder text = new StringBuilder();
        all.get(history).forEach(call -> text.append("  ").append(call).append('\n'));
        worlds.forEach(world ->
                text.append("  people:\n    ").append(world.get("h" + history)).append('\n'));
        return text.toString();
    }
}
