package io.rapport.dev.launch;

import io.rapport.dev.process.LogTail;
import io.rapport.dev.process.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code logs SERVICE}. */
@Command(name = "logs", description = "Shows what a process has written.", mixinStandardHelpOptions = true)
public final class LogsCommand implements Callable<Integer> {
    private static final long POLL_MILLIS = 250;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SERVICE", description = "Such as gateway, profile or kafka.")
    private @Nullable String name;

    @Option(names = "-f", description = "Go on showing what is written, until Ctrl-C.")
    private boolean follow;

    @Option(names = "-n", defaultValue = "100", description = "How many of the last lines (${DEFAULT-VALUE}).")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path log = Home.find().log(part());
        long length = Files.exists(log) ? Files.size(log) : 0;
        LogTail.of(log, lines).forEach(System.out::println);
        if (follow) {
            follow(log, length);
        }
        return 0;
    }

    private Part part() {
        if (name == null) {
            throw new Refusal("Whose? " + names());
        }
        return Part.find(name).orElseThrow(() -> new Refusal("There is no " + name + ". There are " + names()));
    }

    private static String names() {
        return Stream.of(Part.values()).map(Part::processName).collect(Collectors.joining(", "));
    }

    private static void follow(Path log, long from) throws IOException, InterruptedException {
        long shown = from;
        while (true) {
            long length = Files.exists(log) ? Files.size(log) : 0;
            if (length != shown) {
                shown = show(log, length < shown ? 0 : shown);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private static long show(Path log, long from) throws IOException {
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(from);
            long copied = in.transferTo(System.out);
            System.out.flush();
            return from + copied;
        }
    }
}
