package io.rapport.dev.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.imports.group.Keys;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.progress.Ledger;
import io.rapport.dev.imports.progress.Reject;
import io.rapport.dev.imports.value.Expression;
import io.rapport.dev.imports.value.Texts;
import io.rapport.dev.imports.value.Unfit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key that rows of one record share; a row without it is rejected. */
record RowKeys(Expression by, Ledger ledger) implements Keys {
    @Override
    public @Nullable String of(Row row) {
        try {
            JsonNode key = by.of(row);
            if (!key.isMissingNode()) {
                return Texts.of(key);
            }
            reject(row, "the row does not say to which record it belongs");
        } catch (Unfit e) {
            reject(row, "group: " + e.getMessage());
        }
        return null;
    }

    void reject(Row row, String reason) {
        ledger.reject(List.of(Reject.ofRow(row.place(), reason, row.cells().shown())));
    }

    /** A row whose group has ended before it. */
    void stray(Row row) {
        reject(
                row,
                "the rows of \"" + of(row) + "\" do not stand together, and those before are imported;"
                        + " say group.rows: anywhere");
    }
}
