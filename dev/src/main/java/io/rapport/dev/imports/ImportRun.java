package io.rapport.dev.imports;

import io.rapport.dev.imports.delivery.Delivery;
import io.rapport.dev.imports.group.Anywhere;
import io.rapport.dev.imports.group.Group;
import io.rapport.dev.imports.group.Grouping;
import io.rapport.dev.imports.group.Singles;
import io.rapport.dev.imports.group.SpillingSort;
import io.rapport.dev.imports.group.TimeOrder;
import io.rapport.dev.imports.group.Together;
import io.rapport.dev.imports.input.InputFiles;
import io.rapport.dev.imports.mapping.GroupBy;
import io.rapport.dev.imports.mapping.Kind;
import io.rapport.dev.imports.mapping.Mapping;
import io.rapport.dev.imports.progress.Display;
import io.rapport.dev.imports.progress.Ledger;
import java.util.Optional;
import java.util.function.Predicate;

/** From files to the gateway: rows, groups, records, batches. What one step makes the next takes, so that little waits. */
final class ImportRun {
    private final Mapping mapping;
    private final InputFiles files;
    private final Ledger ledger;
    private final Watch watch;
    private final SpillingSort rows;
    private final Optional<TimeOrder> order;
    private final Recorder recorder;

    ImportRun(
            Mapping mapping, InputFiles files, Ledger ledger, Delivery delivery, Watch watch, Spill spill, long limit) {
        this.mapping = mapping;
        this.files = files;
        this.ledger = ledger;
        this.watch = watch;
        this.rows = spill.sort("rows");
        this.order = isSorted() && mapping.kind() != Kind.PRODUCTS
                ? Optional.of(new TimeOrder(spill.sort("records")))
                : Optional.empty();
        this.recorder = new Recorder(mapping.record(), ledger, delivery, order, limit);
    }

    private boolean isSorted() {
        return mapping.group().rows() == GroupBy.Where.ANYWHERE;
    }

    /** Returns when every record was handed to the delivery. */
    void run() {
        watch.begin("reading", files.bytes(), Display.BYTES, files::bytesRead);
        Grouping grouping = grouping();
        RowFlow flow = new RowFlow(mapping, grouping, ledger);
        files.read(new ColumnCheck(mapping)::check, reading -> {
            watch.tick();
            return flow.accept(reading);
        });
        if (isSorted()) {
            watch.begin("grouping", rows.size(), "rows", recorder::rows);
        }
        grouping.finish();
        order.ifPresent(records -> watch.begin("sending", records.size(), "records", recorder::delivered));
        recorder.finish();
    }

    private Grouping grouping() {
        Predicate<Group> next = group -> {
            watch.tick();
            return recorder.accept(group);
        };
        if (mapping.group().by().isEmpty()) {
            return new Singles(recorder::accept);
        }
        RowKeys keys = new RowKeys(mapping.group().by().get(), ledger);
        return isSorted() ? new Anywhere(keys, next, rows) : new Together(keys, next, keys::stray);
    }
}
