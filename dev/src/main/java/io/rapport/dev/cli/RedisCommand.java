package io.rapport.dev.cli;

import io.rapport.dev.servers.RedisServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code redis}. */
@Command(name = "redis", description = "Runs Redis alone.", mixinStandardHelpOptions = true)
public final class RedisCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Override
    public Integer call() {
        return Foreground.untilEnd(Foreground.start(new RedisServer(options.place())));
    }
}
