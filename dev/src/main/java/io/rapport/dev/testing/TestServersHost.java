package io.rapport.dev.testing;

import io.rapport.dev.HostFiles;
import io.rapport.dev.process.ProcessLedger;
import io.rapport.dev.process.Signal;
import io.rapport.dev.servers.Folders;
import io.rapport.dev.servers.ServerKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The servers for tests, from their start until nobody has needed them for a while. */
public final class TestServersHost {
    static final String HOST = "host";

    private final HostFiles files;
    private final ProcessLedger ledger;
    private final ServerPool pool;
    private final Leases leases = new Leases();
    private final Clients clients;
    private final Resources resources = new Resources(leases);

    /** @param grace how long the servers stay after the last client has ended */
    public TestServersHost(HostFiles files, Duration grace) {
        this.files = files;
        this.clients = new Clients(grace);
        this.ledger = ProcessLedger.at(files.ledger());
        this.pool = new ServerPool(files.home(), files.runtime(), ledger);
    }

    /** Runs until every registered client has ended, or this process is asked to end. */
    public void run(long firstClient) throws IOException {
        clients.register(firstClient);
        ledger.add(HOST, ProcessHandle.current(), Signal.TERM);
        new AbandonedRuns(files).clear();
        Thread stopper = new Thread(this::stop, "stop-test-servers");
        Runtime.getRuntime().addShutdownHook(stopper);
        pool.startShared();
        try (HostEndpoint endpoint = new HostEndpoint(pool, resources, clients, leases)) {
            files.publish(properties(endpoint));
            waitUntilAbandoned();
            files.withdraw();
        }
    }

    private void waitUntilAbandoned() {
        try {
            while (!clients.closeIfAbandoned()) {
                TimeUnit.SECONDS.sleep(1);
                leases.releaseOrphans();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        files.withdraw();
        pool.stopAll();
        Folders.delete(files.home());
    }

    private Properties properties(HostEndpoint endpoint) {
        Properties properties = new Properties();
        properties.setProperty("url", "http://127.0.0.1:" + endpoint.port());
        for (ServerKind kind : ServerKind.values()) {
            String port = String.valueOf(pool.shared(kind).server().port());
            properties.setProperty(ServerPool.nameOf(kind) + ".port", port);
        }
        return properties;
    }
}
