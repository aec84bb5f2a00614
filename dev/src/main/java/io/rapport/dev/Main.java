package io.rapport.dev;

import io.rapport.dev.cli.KafkaCommand;
import io.rapport.dev.cli.PostgresCommand;
import io.rapport.dev.cli.RedisCommand;
import io.rapport.dev.cli.TestServersCommand;
import io.rapport.dev.cli.TopicsCommand;
import io.rapport.dev.imports.ImportCommand;
import io.rapport.dev.launch.DownCommand;
import io.rapport.dev.launch.LogsCommand;
import io.rapport.dev.launch.ResetCommand;
import io.rapport.dev.launch.StatusCommand;
import io.rapport.dev.launch.UpCommand;
import io.rapport.dev.process.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The program behind {@code ./rapport}. A new command is one class, named in the list below. */
@Command(
        name = "rapport",
        description = "Runs the suite on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ResetCommand.class,
            ImportCommand.class,
            PostgresCommand.class,
            RedisCommand.class,
            KafkaCommand.class,
            TopicsCommand.class,
            TestServersCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::explain);
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof Refusal) {
            command.getErr().println(command.getColorScheme().errorText(failure.getMessage()));
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
