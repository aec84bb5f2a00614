package io.rapport.dev.testing;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The processes for whose sake the servers run: Maven runs, mostly. */
final class Clients {
    private final Set<ProcessHandle> alive = ConcurrentHashMap.newKeySet();
    private final long graceNanos;
    private long lastSeenNanos = System.nanoTime();
    private boolean closed;

    Clients(Duration grace) {
        this.graceNanos = grace.toNanos();
    }

    /** False when the servers are being stopped already. */
    synchronized boolean register(long pid) {
        if (closed) {
            return false;
        }
        ProcessHandle.of(pid).ifPresent(alive::add);
        lastSeenNanos = System.nanoTime();
        return true;
    }

    /** Whether nobody has been there for the time of grace; from then on nobody is let in. */
    synchronized boolean closeIfAbandoned() {
        alive.removeIf(process -> !process.isAlive());
        if (!alive.isEmpty()) {
            lastSeenNanos = System.nanoTime();
        }
        closed = closed || System.nanoTime() - lastSeenNanos > graceNanos;
        return closed;
    }
}
