package io.rapport.profile.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * What an event costs: {@code mvn -pl profile-service test -Dtest=IntakeThroughput}. Not one of the tests that every build
 * runs. CPU is counted, not only time, for the machine is seldom this program's alone; PostgreSQL's is that of the processes
 * which serve this database.
 */
@QuarkusTest
class IntakeThroughput extends IntakeTestBase {
    private static final int EVENTS = Integer.getInteger("intake.events", 60_000);
    private static final int BATCH = Integer.getInteger("intake.batch", 500);
    private static final int LANES = Integer.getInteger("intake.lanes", 2);
    private static final int VISITORS = 5_000;
    private static final int TICKS_PER_SECOND = 100;

    private final Random random = new Random(42);

    @Test
    void measure() {
        run(batches(EVENTS / 3));
        List<List<ConsumerRecord<String, byte[]>>> batches = batches(EVENTS);
        long bytes = batches.stream()
                .flatMap(List::stream)
                .mapToLong(record -> record.value().length)
                .sum();
        String database = query("select current_database()::text").get(0).getString(0);
        long cpu = cpuNanos();
        long postgres = postgresTicks(database);
        long start = System.nanoTime();
        run(batches);
        double seconds = (System.nanoTime() - start) / 1e9;
        double java = (cpuNanos() - cpu) / 1e3 / EVENTS;
        double database1 = (postgresTicks(database) - postgres) * 1e6 / TICKS_PER_SECOND / EVENTS;
        System.out.printf(
                "intake: %d events of %d bytes, %.0f events/s; per event %.0f us CPU in Java, %.0f us in PostgreSQL: "
                        + "%.0f events/s a core%n",
                EVENTS, bytes / EVENTS, EVENTS / seconds, java, database1, 1e6 / (java + database1));
        assertThat(count("select count(*) from event where anonymous_id like $1", "%" + own))
                .isEqualTo(EVENTS + EVENTS / 3);
    }

    private void run(List<List<ConsumerRecord<String, byte[]>>> batches) {
        Multi.createFrom()
                .iterable(batches)
                .onItem()
                .transformToUni(batch -> Uni.createFrom().deferred(() -> intake.handle(batch)))
                .merge(LANES)
                .onItem()
                .ignoreAsUni()
                .await()
                .atMost(Duration.ofMinutes(10));
    }

    private List<List<ConsumerRecord<String, byte[]>>> batches(int events) {
        List<List<ConsumerRecord<String, byte[]>>> batches = new ArrayList<>();
        for (int from = 0; from < events; from += BATCH) {
            List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
            for (int i = from; i < Math.min(events, from + BATCH); i++) {
                batch.add(event(i).record());
            }
            batches.add(batch);
        }
        return batches;
    }

    private SentEvent event(int i) {
        int visitor = random.nextInt(VISITORS);
        SentEvent event = visitor % 4 == 0 ? ofUser(i, named("u" + visitor)) : viewed();
        return event.anonymous("a" + visitor + "-" + own)
                .at(SentEvent.NOON.plusMillis(i))
                .context(
                        "page",
                        "{'path':'/p/" + i + "','url':'https://shop.example/p/" + i + "','title':'A fine lamp',"
                                + "'referrer':'https://shop.example/'}")
                .context("library", "{'name':'analytics.js','version':'2.1.0'}");
    }

    private SentEvent viewed() {
        return SentEvent.track(
                "Product Viewed",
                "{'product_id':'p-" + random.nextInt(1_000) + "','category':'Category " + random.nextInt(20)
                        + "','name':'A fine lamp','brand':'Lumen','price':" + random.nextInt(10_000) / 100.0
                        + ",'currency':'EUR','quantity':1}");
    }

    private SentEvent ofUser(int i, String user) {
        return switch (random.nextInt(10)) {
            case 0 ->
                SentEvent.identify("{'plan':'gold','email':'" + user + "@example.com'}")
                        .user(user);
            case 1 ->
                SentEvent.track("Order Completed", "{'order_id':'" + UUID.randomUUID() + "','revenue':" + i % 500 + "}")
                        .user(user);
            default -> viewed().user(user);
        };
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long postgresTicks(String database) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .filter(path -> read(path.resolve("cmdline")).contains(" " + database + " "))
                    .map(path -> read(path.resolve("stat"))
                            .replaceFirst(".*\\) ", "")
                            .split(" "))
                    .mapToLong(stat -> stat.length < 13 ? 0 : Long.parseLong(stat[11]) + Long.parseLong(stat[12]))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
