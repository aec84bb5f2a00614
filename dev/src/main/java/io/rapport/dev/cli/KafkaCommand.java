package io.rapport.dev.cli;

import io.rapport.dev.servers.KafkaBroker;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kafka}: the broker in this very process. */
@Command(name = "kafka", description = "Runs Kafka alone.", mixinStandardHelpOptions = true)
public final class KafkaCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Option(names = "--watch", description = "End when the process with this pid has ended.")
    @Nullable
    private Long watched;

    @Override
    public Integer call() throws Exception {
        if (watched != null) {
            endWith(watched);
        }
        new KafkaBroker(options.place().data(), options.port, options.durability()).run();
        return 0;
    }

    private static void endWith(long pid) {
        ProcessHandle.of(pid).ifPresentOrElse(KafkaCommand::endWith, () -> System.exit(0));
    }

    private static void endWith(ProcessHandle process) {
        CompletableFuture<Void> unused = process.onExit().thenRun(() -> System.exit(0));
    }
}
