package io.rapport.dev.launch;

import io.rapport.dev.process.Deadline;
import io.rapport.dev.process.ProcessLedger;
import io.rapport.dev.process.Refusal;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code down}: also ends what a launcher that was killed has left. */
@Command(name = "down", description = "Stops a running up, from any terminal.", mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public Integer call() {
        Home home = Home.find();
        LauncherLock lock = new LauncherLock(home);
        if (lock.isHeld()) {
            stop(lock);
            System.out.println("Stopped.");
        } else {
            System.out.println(endLeftovers(home));
        }
        return 0;
    }

    private static void stop(LauncherLock lock) {
        ProcessHandle launcher =
                lock.holder().orElseThrow(() -> new Refusal("A launcher holds the lock, and its pid is not known"));
        launcher.destroy();
        if (!Deadline.after(PATIENCE).await(() -> !launcher.isAlive())) {
            throw new Refusal("The launcher (pid " + launcher.pid() + ") is still stopping after "
                    + PATIENCE.toMinutes() + " minutes");
        }
    }

    private static String endLeftovers(Home home) {
        int ended = ProcessLedger.at(home.ledger()).endAll();
        return ended == 0 ? "Rapport is not running." : "Ended " + ended + " processes of a launcher that is gone.";
    }
}
