package io.rapport.dev.launch;

import io.rapport.dev.process.Deadline;
import io.rapport.dev.process.JavaCommand;
import io.rapport.dev.process.ProcessSpec;
import io.rapport.dev.process.Refusal;
import io.rapport.dev.process.RunningProcess;
import io.rapport.dev.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the launcher in the background and shows what it says until all is ready. */
final class DetachedLaunch {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(2);

    private final Home home;
    private final Settings settings;
    private final Terminal terminal;
    private int shown;

    DetachedLaunch(Home home, Settings settings, Terminal terminal) {
        this.home = home;
        this.settings = settings;
        this.terminal = terminal;
    }

    void run(List<String> arguments) {
        long begun = System.nanoTime();
        home.create();
        LauncherLock lock = new LauncherLock(home);
        if (lock.isHeld()) {
            lock.take();
        }
        boolean first = !Files.exists(home.access());
        deleteLog();
        RunningProcess launcher = RunningProcess.start(spec(arguments));
        awaitReady(launcher, lock);
        Welcome welcome = new Welcome(settings, Access.read(home.access()), home, first);
        welcome.lines(Duration.ofNanos(System.nanoTime() - begun)).forEach(terminal::say);
        terminal.say("It runs in the background: ./rapport status, logs SERVICE, down");
    }

    private void awaitReady(RunningProcess launcher, LauncherLock lock) {
        boolean decided = Deadline.after(PATIENCE).await(() -> {
            showNewLines();
            return !launcher.isAlive() || isReady(launcher, lock);
        });
        showNewLines();
        if (!decided || !launcher.isAlive()) {
            launcher.stop();
            throw new Refusal("It did not start; nothing is left running.");
        }
    }

    private static boolean isReady(RunningProcess launcher, LauncherLock lock) {
        return lock.isReady() && lock.pid().filter(pid -> pid == launcher.pid()).isPresent();
    }

    private void showNewLines() {
        try {
            List<String> lines = Files.exists(log()) ? Files.readAllLines(log()) : List.of();
            lines.subList(Math.min(shown, lines.size()), lines.size()).forEach(terminal::say);
            shown = lines.size();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + log(), e);
        }
    }

    private void deleteLog() {
        try {
            Files.deleteIfExists(log());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + log(), e);
        }
    }

    private ProcessSpec spec(List<String> arguments) {
        List<String> options = new ArrayList<>(List.of("-Xmx256m", "-XX:+UseSerialGC"));
        String root = System.getProperty("rapport.root");
        if (root != null) {
            options.add("-Drapport.root=" + root);
        }
        List<String> command = JavaCommand.ofThisProgram(options, arguments);
        return new ProcessSpec(
                "launcher", command, Map.of(), Path.of("").toAbsolutePath(), log(), Signal.TERM, STOP_PATIENCE);
    }

    private Path log() {
        return home.launcherLog();
    }
}
