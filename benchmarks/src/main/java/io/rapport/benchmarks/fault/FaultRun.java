package io.rapport.benchmarks.fault;

import io.rapport.benchmarks.house.HouseAccess;
import io.rapport.dev.RunningHouse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One run: load, a victim after the other killed with SIGKILL and given time to come back, then the count. */
public final class FaultRun {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final RunningHouse house;
    private final HouseAccess keys;
    private final List<String> victims;
    private final Duration between;
    private final int batchesPerSecond;

    public FaultRun(RunningHouse house, List<String> victims, Duration between, int batchesPerSecond)
            throws IOException {
        this.house = house;
        this.keys = HouseAccess.read(house.access());
        this.victims = victims;
        this.between = between;
        this.batchesPerSecond = batchesPerSecond;
    }

    public FaultFigures run() throws InterruptedException, SQLException {
        String run = "fault" + Long.toHexString(System.nanoTime());
        Sender sender = new Sender(keys, run, batchesPerSecond);
        DecideProbe probe = new DecideProbe(keys, run + "-1");
        Thread sending = start(sender, "sender");
        Thread probing = start(probe, "probe");
        pause(between);
        for (String victim : victims) {
            probe.enter(victim);
            kill(victim);
            pause(between);
        }
        probe.enter("after");
        pause(between);
        sender.stop();
        probe.stop();
        sending.join();
        probing.join();
        return count(run, sender, probe);
    }

    private FaultFigures count(String run, Sender sender, DecideProbe probe) throws SQLException, InterruptedException {
        ProfileDatabase stored = new ProfileDatabase(house.port("postgres"));
        Set<String> acknowledged = sender.acknowledged();
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Integer> counts = stored.storedOf(run);
        while (!counts.keySet().containsAll(acknowledged) && System.nanoTime() < end) {
            pause(Duration.ofSeconds(1));
            counts = stored.storedOf(run);
        }
        Map<String, Integer> found = counts;
        long lost = acknowledged.stream().filter(id -> !found.containsKey(id)).count();
        long doubled = counts.values().stream().filter(count -> count > 1).count();
        return new FaultFigures(acknowledged.size(), sender.retries(), lost, doubled, probe.phases());
    }

    /** SIGKILL, then waits until the launcher has started it again and it is ready. */
    private void kill(String victim) throws InterruptedException {
        ProcessHandle process = house.process(victim);
        process.destroyForcibly();
        process.onExit().join();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isBack(victim, process.pid())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(victim + " was not started again");
            }
            pause(Duration.ofMillis(200));
        }
    }

    private boolean isBack(String victim, long killed) throws InterruptedException {
        try {
            boolean restarted = house.process(victim).pid() != killed;
            return restarted && (!victim.endsWith("-service") && !victim.equals("gateway") || isReady(victim));
        } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
            return false;
        }
    }

    private boolean isReady(String victim) throws InterruptedException {
        URI ready = URI.create("http://localhost:" + house.port(victim.replace("-service", "")) + "/health/ready");
        try {
            return HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Thread start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void pause(Duration duration) throws InterruptedException {
        LockSupport.parkNanos(duration.toNanos());
        if (Thread.interrupted()) {
            throw new InterruptedException(TimeUnit.NANOSECONDS.toSeconds(duration.toNanos()) + " s were cut short");
        }
    }
}
