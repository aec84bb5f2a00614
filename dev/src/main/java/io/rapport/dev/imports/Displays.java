package io.rapport.dev.imports;

import io.rapport.dev.imports.progress.BarDisplay;
import io.rapport.dev.imports.progress.Display;
import io.rapport.dev.imports.progress.LineDisplay;
import java.io.Console;
import java.io.PrintWriter;

/** A bar where somebody looks on, lines for a log. */
final class Displays {
    private Displays() {}

    static Display of(boolean plain, PrintWriter err) {
        return plain || !isTerminal() ? new LineDisplay(err, System::nanoTime) : new BarDisplay();
    }

    /** From Java 22 on there is a console also where there is no terminal, and it says so itself. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
