package io.rapport.dev.imports.input;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one open file. */
interface Rows {
    /** The columns' names; none where every row has its own. */
    List<String> columns();

    /** The next row, or null after the last. */
    @Nullable
    Reading next() throws IOException;
}
