package io.rapport.dev.launch;

import io.rapport.dev.Checkout;
import io.rapport.dev.process.ProcessLedger;
import io.rapport.dev.supervise.Patience;
import io.rapport.dev.supervise.Stage;
import io.rapport.dev.supervise.StatusBoard;
import io.rapport.dev.supervise.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** One run of the suite in the foreground, from its start to its end. */
final class Launch {
    private final Home home;
    private final Settings settings;
    private final Terminal terminal;
    private final boolean background;
    private final LauncherLock lock;
    private volatile boolean failed;

    /** @param background whether another process shows the login, since what is written here ends in a log */
    Launch(Home home, Settings settings, Terminal terminal, boolean background) {
        this.home = home;
        this.settings = settings;
        this.terminal = terminal;
        this.background = background;
        this.lock = new LauncherLock(home);
    }

    /** Does not return: the suite runs until this process is asked to end; throws when it cannot start. */
    void run() throws InterruptedException {
        long begun = System.nanoTime();
        home.create();
        lock.take();
        ProcessLedger ledger = clearLeftovers();
        BusyPorts.refuse(settings);
        Logs.rotate(home);
        boolean first = !Files.exists(home.access());
        Access access = access(first);
        terminal.say("Starting " + settings.local().size() + " processes; their data stays in " + home.folder());
        start(ledger, access);
        lock.publish(true);
        if (!background) {
            Welcome welcome = new Welcome(settings, access, home, first);
            welcome.lines(Duration.ofNanos(System.nanoTime() - begun)).forEach(terminal::say);
            terminal.say("Ctrl-C stops everything. In another terminal: ./rapport status, logs SERVICE, down");
        }
        new CountDownLatch(1).await();
    }

    private ProcessLedger clearLeftovers() {
        ProcessLedger ledger = ProcessLedger.at(home.ledger());
        int ended = ledger.endAll();
        if (ended > 0) {
            terminal.say("Ended " + ended + " processes that an earlier launcher had left behind.");
        }
        return ledger;
    }

    private Access access(boolean first) {
        String gateway = settings.url(Part.GATEWAY);
        Access access =
                first ? Access.create(gateway) : Access.read(home.access()).at(gateway);
        access.write(home.access());
        return access;
    }

    private void start(ProcessLedger ledger, Access access) {
        Environment environment = new Environment(settings, Secrets.keptIn(home.secrets()), access);
        Plan plan = new Plan(settings, environment, home, Checkout.find());
        Supervisor supervisor = new Supervisor(ledger, new StatusBoard(home.status()), terminal, Patience.usual());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor), "stop"));
        try {
            for (Stage stage : plan.stages()) {
                supervisor.start(stage);
            }
        } catch (RuntimeException e) {
            failed = true;
            throw e;
        }
    }

    /** Runs when Ctrl-C or a signal ends this process, and also after a failed start. */
    private void stop(Supervisor supervisor) {
        terminal.say("Stopping …");
        supervisor.stop();
        forgetStatus();
        terminal.say("Stopped.");
        if (!failed) {
            // To be asked to end is not a failure, though the JVM would report the signal.
            Runtime.getRuntime().halt(0);
        }
    }

    private void forgetStatus() {
        try {
            Files.deleteIfExists(home.status());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
