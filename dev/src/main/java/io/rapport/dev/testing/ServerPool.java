package io.rapport.dev.testing;

import io.rapport.dev.process.Ports;
import io.rapport.dev.process.ProcessLedger;
import io.rapport.dev.servers.Durability;
import io.rapport.dev.servers.RunningServer;
import io.rapport.dev.servers.ServerKind;
import io.rapport.dev.servers.ServerPlace;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The servers of one test run: a shared one of each kind under the kind's name, and those that a test wants to itself. */
final class ServerPool {
    private final Path home;
    private final Path runtime;
    private final ProcessLedger ledger;
    private final Map<String, RunningServer> servers = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    ServerPool(Path home, Path runtime, ProcessLedger ledger) {
        this.home = home;
        this.runtime = runtime;
        this.ledger = ledger;
    }

    /** All at once, since each mostly waits. */
    void startShared() {
        Stream.of(ServerKind.values()).parallel().forEach(kind -> start(nameOf(kind), kind, Durability.RELAXED));
    }

    /** A server that nobody else is told of; returns its name. */
    String startOwn(ServerKind kind, Durability durability) {
        String name = nameOf(kind) + "-" + count.incrementAndGet();
        start(name, kind, durability);
        return name;
    }

    Optional<RunningServer> find(String name) {
        return Optional.ofNullable(servers.get(name));
    }

    RunningServer shared(ServerKind kind) {
        return servers.get(nameOf(kind));
    }

    void remove(String name) {
        RunningServer server = servers.remove(name);
        if (server != null) {
            server.stop();
            ledger.remove(name);
        }
    }

    boolean allAlive() {
        return Stream.of(ServerKind.values())
                .allMatch(kind -> shared(kind).process().isAlive());
    }

    void stopAll() {
        servers.keySet().stream().parallel().forEach(this::remove);
    }

    private void start(String name, ServerKind kind, Durability durability) {
        ServerPlace place =
                new ServerPlace(home.resolve(name), runtime, home.resolve(name + ".log"), Ports.free(), durability);
        servers.put(name, RunningServer.start(kind.at(place), process -> ledger.add(name, process)));
    }

    static String nameOf(ServerKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
