package io.rapport.dev.imports;

import io.rapport.dev.imports.group.SpillingSort;
import io.rapport.dev.servers.Folders;
import java.nio.file.Path;

/**
 * The folder for what does not fit into memory, gone when the import ends.
 *
 * @param memory bytes that each sort may hold
 */
record Spill(Path folder, long memory) implements AutoCloseable {
    SpillingSort sort(String name) {
        return new SpillingSort(folder, name, memory);
    }

    @Override
    public void close() {
        Folders.delete(folder);
    }
}
