package io.rapport.dev.imports;

import io.rapport.dev.imports.progress.Ledger;

/** Saves the checkpoint when the program is ended from outside (Ctrl-C). */
final class SaveOnExit implements AutoCloseable {
    private final Thread hook;

    private SaveOnExit(Thread hook) {
        this.hook = hook;
    }

    static SaveOnExit of(Ledger ledger) {
        Thread hook = new Thread(() -> ledger.save(false), "import-checkpoint");
        Runtime.getRuntime().addShutdownHook(hook);
        return new SaveOnExit(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending: the hook has run, or runs now.
            return;
        }
    }
}
