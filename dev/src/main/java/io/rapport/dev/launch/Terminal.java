package io.rapport.dev.launch;

import io.rapport.dev.supervise.Announcer;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** The lines that {@code up} writes, one a process, aligned. */
final class Terminal implements Announcer {
    private final PrintStream out;

    Terminal(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void ready(String name, int port, Duration took) {
        double seconds = took.toMillis() / 1000.0;
        out.println(String.format(Locale.ROOT, "  %-24s ready  %5.1f s   port %d", name, seconds, port));
    }

    @Override
    public synchronized void say(String line) {
        out.println(line);
    }
}
