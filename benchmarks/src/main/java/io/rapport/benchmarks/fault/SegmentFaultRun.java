package io.rapport.benchmarks.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.benchmarks.house.Backlog;
import io.rapport.benchmarks.shop.ShopEvent;
import io.rapport.benchmarks.shop.ShopSegments;
import io.rapport.dev.TestServers;
import io.rapport.dev.process.Deadline;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Two profile-services with the same segments get the same shop's events. One is left alone and gets each event once and in
 * order; the other gets some twice and many late, and is killed (SIGKILL) at seeded moments, mostly while it works and now
 * and then while it starts. In the end both must know the same people.
 */
public final class SegmentFaultRun {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration SAME_WITHIN = Duration.ofSeconds(60);
    private static final int SEGMENTS = 40;
    private static final int LONGEST_LIFE_MILLIS = 1_200;
    private static final int LONGEST_START_MILLIS = 4_000;
    private static final int KILLED_WHILE_STARTING = 10;

    private final TestServers servers = TestServers.shared();
    private final Backlog backlog = new Backlog(servers.kafkaBootstrap());
    private final Path logs;
    private final long seed;
    private final int kills;
    private final FaultyDelivery delivery;
    private int interrupted;

    /**
     * Prepares a run.
     *
     * @param logs where the processes write
     * @param eventsPerKill how many events come in between two kills
     */
    public SegmentFaultRun(Path logs, long seed, int kills, int eventsPerKill, int visitors) {
        this.logs = logs;
        this.seed = seed;
        this.kills = kills;
        this.delivery = new FaultyDelivery(seed, (kills + 1) * eventsPerKill, visitors);
    }

    public SegmentFaultFigures run() throws SQLException {
        try (Contender calm = Contender.start("calm", logs);
                Contender killed = Contender.start("killed", logs)) {
            for (Contender each : List.of(calm, killed)) {
                each.process().awaitReady();
                ShopSegments.of(seed, SEGMENTS).forEach(each.api()::putSegment);
            }
            publish(calm, delivery.events());
            killAndPublish(killed);
            awaitHandled(calm);
            awaitHandled(killed);
            learnAnew(calm);
            learnAnew(killed);
            List<String> differences = differences(calm, killed);
            Turns turns = Turns.read(servers.kafkaBootstrap(), killed.place().topic("profile-events"));
            List<String> broken = new ArrayList<>(turns.broken());
            Map<String, JsonNode> profiles = profiles(killed);
            profiles.values().forEach(profile -> broken.addAll(turns.disagreements(profile)));
            Map<String, Integer> stored = database(killed).storedOf(delivery.run());
            return new SegmentFaultFigures(
                    seed,
                    kills,
                    interrupted,
                    delivery.events().size(),
                    delivery.deliveries().size(),
                    profiles.size(),
                    turns.count(),
                    turns.repeated(),
                    delivery.events().size() - stored.size(),
                    stored.values().stream().filter(count -> count > 1).count(),
                    differences,
                    broken);
        }
    }

    private void killAndPublish(Contender killed) {
        Random random = new Random(seed);
        List<ShopEvent> all = delivery.deliveries();
        int slice = all.size() / (kills + 1);
        for (int kill = 0; kill < kills; kill++) {
            boolean whileStarting = random.nextInt(KILLED_WHILE_STARTING) == 0;
            if (!whileStarting) {
                killed.process().awaitReady();
            }
            publish(killed, all.subList(kill * slice, (kill + 1) * slice));
            pause(random.nextInt(whileStarting ? LONGEST_START_MILLIS : LONGEST_LIFE_MILLIS));
            killed.process().kill();
            interrupted += isBehind(killed) ? 1 : 0;
            killed.process().startAgain();
        }
        killed.process().awaitReady();
        publish(killed, all.subList(kills * slice, all.size()));
    }

    private boolean isBehind(Contender of) {
        return backlog.waiting(of.place().topic("raw-events"), of.place().group()) > 0;
    }

    private void awaitHandled(Contender of) {
        backlog.awaitHandled(of.place().topic("raw-events"), of.place().group(), PATIENCE);
    }

    private ProfileDatabase database(Contender of) {
        return new ProfileDatabase(servers.postgresPort(), of.place().database());
    }

    /** Twice, for a learning that was under way may have begun before the last events came. */
    private void learnAnew(Contender each) throws SQLException {
        ProfileDatabase database = database(each);
        for (int time = 0; time < 2; time++) {
            if (!database.learnAnew(PATIENCE)) {
                throw new IllegalStateException("what customers are worth was not learnt within " + PATIENCE);
            }
        }
    }

    private void publish(Contender to, List<ShopEvent> events) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers.kafkaBootstrap(), "acks", "all", "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer())) {
            events.forEach(event -> producer.send(event.on(to.place().topic("raw-events"))));
        }
    }

    /** The clock makes members leave meanwhile, on both sides within a second; what stays different is different. */
    private List<String> differences(Contender calm, Contender killed) {
        List<String> differences = new ArrayList<>();
        Deadline.after(SAME_WITHIN).await(() -> {
            differences.clear();
            Map<String, JsonNode> undisturbed = profiles(calm);
            profiles(killed).forEach((identity, profile) -> {
                if (!PersonState.of(profile).equals(PersonState.of(undisturbed.get(identity)))) {
                    differences.add(identity + ": " + PersonState.of(undisturbed.get(identity)) + "\n  is "
                            + PersonState.of(profile));
                }
            });
            return differences.isEmpty();
        });
        return differences;
    }

    private Map<String, JsonNode> profiles(Contender of) {
        Map<String, JsonNode> profiles = new TreeMap<>();
        delivery.identities()
                .forEach(identity -> profiles.put(identity, of.api().profile(identity)));
        return profiles;
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}
