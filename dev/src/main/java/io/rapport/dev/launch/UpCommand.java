package io.rapport.dev.launch;

import io.rapport.dev.process.Refusal;
import io.rapport.dev.servers.PostgresAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code up}. */
@Command(
        name = "up",
        description = "Starts everything and keeps it running until Ctrl-C.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ports: RAPPORT_{GATEWAY,PROFILE,RECOMMENDATION,CAMPAIGN,SURVEY,POSTGRES,REDIS,KAFKA}_PORT.",
            "RAPPORT_HOME names another folder than .rapport for the data; RAPPORT_JAVA_OPTIONS is added for each service."
        })
public final class UpCommand implements Callable<Integer> {
    private static final String DETACH = "--detach";
    private static final String BACKGROUND = "--in-background";

    @Option(names = DETACH, description = "Return once all is ready, and leave it running.")
    private boolean detach;

    @Option(names = BACKGROUND, hidden = true)
    private boolean background;

    @Option(names = "--clock-control", description = "Let PUT /api/dev/clock move business time.")
    private boolean clockControl;

    @Option(names = "--external", description = "Start no server: all three are given by the options below.")
    private boolean external;

    @Option(
            names = "--postgres-url",
            description = "postgresql://user:password@host:port; used instead of the embedded one.")
    private @Nullable String postgres;

    @Option(names = "--redis-url", description = "redis://host:port; used instead of the embedded one.")
    private @Nullable String redis;

    @Option(names = "--kafka", description = "host:port,…; used instead of the embedded one.")
    private @Nullable String kafka;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Home home = Home.find();
        Settings settings = Settings.of(System.getenv(), externalServers(), clockControl);
        Terminal terminal = new Terminal(System.out);
        if (detach) {
            new DetachedLaunch(home, settings, terminal).run(argumentsForBackground());
        } else {
            new Launch(home, settings, terminal, background).run();
        }
        return 0;
    }

    private External externalServers() {
        if (external && (postgres == null || redis == null || kafka == null)) {
            throw new Refusal("--external needs --postgres-url, --redis-url and --kafka");
        }
        return new External(
                Optional.ofNullable(postgres).map(PostgresAddress::parse),
                Optional.ofNullable(redis),
                Optional.ofNullable(kafka));
    }

    private List<String> argumentsForBackground() {
        return spec.commandLine().getParseResult().originalArgs().stream()
                .map(argument -> argument.equals(DETACH) ? BACKGROUND : argument)
                .toList();
    }
}
