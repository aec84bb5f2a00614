package io.rapport.dev.cli;

import io.rapport.dev.servers.PostgresAddress;
import io.rapport.dev.servers.PostgresDatabases;
import io.rapport.dev.servers.PostgresServer;
import io.rapport.dev.servers.RunningServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code postgres}: PostgreSQL with the services' databases. */
@Command(name = "postgres", description = "Runs PostgreSQL alone.", mixinStandardHelpOptions = true)
public final class PostgresCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Override
    public Integer call() {
        RunningServer running = Foreground.start(new PostgresServer(options.place()));
        PostgresServer.SERVICE_DATABASES.forEach(
                new PostgresDatabases(PostgresAddress.local(options.port))::createIfAbsent);
        return Foreground.untilEnd(running);
    }
}
