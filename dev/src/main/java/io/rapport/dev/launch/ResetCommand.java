package io.rapport.dev.launch;

import io.rapport.dev.process.ProcessLedger;
import io.rapport.dev.process.Refusal;
import io.rapport.dev.servers.Folders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code reset}. */
@Command(name = "reset", description = "Deletes all data, keys and logs.", mixinStandardHelpOptions = true)
public final class ResetCommand implements Callable<Integer> {
    @Option(names = "--yes", description = "Do not ask.")
    private boolean sure;

    @Override
    public Integer call() throws IOException {
        Home home = Home.find();
        if (!home.exists()) {
            System.out.println("There is nothing to delete.");
            return 0;
        }
        if (new LauncherLock(home).isHeld()) {
            throw new Refusal("Rapport is running: ./rapport down first");
        }
        if (!sure && !confirmed(home)) {
            System.out.println("Nothing was deleted.");
            return 1;
        }
        ProcessLedger.at(home.ledger()).endAll();
        home.contents().forEach(Folders::delete);
        System.out.println("Deleted what was in " + home.folder());
        return 0;
    }

    private static boolean confirmed(Home home) throws IOException {
        System.out.print("Delete all profiles, products, models and keys in " + home.folder() + "? [y/N] ");
        System.out.flush();
        BufferedReader terminal = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        String answer = terminal.readLine();
        if (answer == null) {
            throw new Refusal("Nobody is there to answer: say --yes");
        }
        return answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
