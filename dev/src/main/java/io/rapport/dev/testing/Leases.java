package io.rapport.dev.testing;

import java.util.ArrayList;
import java.util.List;

/** What test processes were given, taken back once they have ended, so that a long day of test runs does not pile up. */
final class Leases {
    private record Lease(ProcessHandle owner, Runnable release) {}

    private final List<Lease> leases = new ArrayList<>();

    synchronized void add(long ownerPid, Runnable release) {
        ProcessHandle.of(ownerPid).ifPresent(owner -> leases.add(new Lease(owner, release)));
    }

    void releaseOrphans() {
        for (Lease lease : takeOrphans()) {
            try {
                lease.release().run();
            } catch (RuntimeException e) {
                System.err.println("Cannot take back what a test process had: " + e.getMessage());
            }
        }
    }

    private synchronized List<Lease> takeOrphans() {
        List<Lease> orphans =
                leases.stream().filter(lease -> !lease.owner().isAlive()).toList();
        leases.removeAll(orphans);
        return orphans;
    }
}
