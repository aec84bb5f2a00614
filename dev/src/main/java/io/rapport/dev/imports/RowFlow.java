package io.rapport.dev.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.imports.group.Grouping;
import io.rapport.dev.imports.input.Reading;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.mapping.Mapping;
import io.rapport.dev.imports.progress.Ledger;
import io.rapport.dev.imports.progress.Reject;
import io.rapport.dev.imports.value.Condition;
import io.rapport.dev.imports.value.Unfit;
import java.util.List;

/** What happens to each row before it is grouped: it is numbered, taken apart where the mapping says so, kept or left out. */
final class RowFlow {
    private final Mapping mapping;
    private final Grouping grouping;
    private final Ledger ledger;
    private long number;

    RowFlow(Mapping mapping, Grouping grouping, Ledger ledger) {
        this.mapping = mapping;
        this.grouping = grouping;
        this.ledger = ledger;
    }

    /** Whether more rows are wanted. */
    boolean accept(Reading reading) {
        ledger.counts().rows.increment();
        if (reading instanceof Reading.Bad bad) {
            ledger.reject(List.of(Reject.ofRow(bad.place(), bad.reason(), bad.raw())));
            return true;
        }
        Reading.Good good = (Reading.Good) reading;
        Row row = Row.whole(good.place(), number + 1, good.cells());
        try {
            return mapping.each().isEmpty()
                    ? acceptOne(row)
                    : acceptEach(row, mapping.each().get().items(row));
        } catch (Unfit e) {
            ledger.reject(List.of(
                    Reject.ofRow(row.place(), e.getMessage(), row.cells().shown())));
            return true;
        }
    }

    private boolean acceptEach(Row row, List<JsonNode> items) {
        boolean more = true;
        for (int i = 0; more && i < items.size(); i++) {
            more = acceptOne(new Row(row.place(), number + 1, row.cells(), items.get(i), i));
        }
        return more;
    }

    private boolean acceptOne(Row row) {
        number++;
        for (Condition condition : mapping.skip()) {
            if (holds(condition, row)) {
                ledger.counts().skipped.increment();
                return true;
            }
        }
        return grouping.accept(row);
    }

    private static boolean holds(Condition condition, Row row) {
        try {
            return condition.holds(row);
        } catch (Unfit e) {
            throw e.at("skip");
        }
    }
}
