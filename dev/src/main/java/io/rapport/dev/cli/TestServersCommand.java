package io.rapport.dev.cli;

import io.rapport.dev.HostFiles;
import io.rapport.dev.testing.TestServersHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code test-servers}: started by tests, not by people. */
@Command(name = "test-servers", description = "Runs the servers that tests share.", hidden = true)
public final class TestServersCommand implements Callable<Integer> {
    @Option(names = "--folder", required = true)
    private Path folder;

    @Option(names = "--run", required = true)
    private String run;

    @Option(names = "--watch", required = true)
    private long watched;

    @Option(names = "--grace-seconds", required = true)
    private long graceSeconds;

    @Override
    public Integer call() throws Exception {
        new TestServersHost(new HostFiles(folder, run), Duration.ofSeconds(graceSeconds)).run(watched);
        return 0;
    }
}
