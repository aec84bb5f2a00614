package io.rapport.dev.imports;

import io.rapport.dev.imports.delivery.Delivery;
import io.rapport.dev.imports.delivery.Outgoing;
import io.rapport.dev.imports.delivery.OutgoingCodec;
import io.rapport.dev.imports.group.Group;
import io.rapport.dev.imports.group.TimeOrder;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.mapping.Content;
import io.rapport.dev.imports.mapping.RecordMapping;
import io.rapport.dev.imports.mapping.Rejection;
import io.rapport.dev.imports.progress.Counts;
import io.rapport.dev.imports.progress.Ledger;
import io.rapport.dev.imports.progress.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes records of groups, and numbers and delivers them: at once, or when all are there in the order of their time. */
final class Recorder {
    private final RecordMapping mapping;
    private final Ledger ledger;
    private final Delivery delivery;
    private final Optional<TimeOrder> order;
    private final long limit;
    private long rows;
    private long number;

    Recorder(RecordMapping mapping, Ledger ledger, Delivery delivery, Optional<TimeOrder> order, long limit) {
        this.mapping = mapping;
        this.ledger = ledger;
        this.delivery = delivery;
        this.order = order;
        this.limit = limit;
    }

    /** How many rows went into the groups that came so far. */
    long rows() {
        return rows;
    }

    /** How many records were delivered so far. */
    long delivered() {
        return number;
    }

    /** Whether more groups are wanted. */
    boolean accept(Group group) {
        rows += group.rows().size();
        if (number >= limit) {
            return false;
        }
        try {
            return accept(group.first(), mapping.map(group));
        } catch (Rejection e) {
            ledger.reject(rejects(group, e));
            return true;
        }
    }

    private boolean accept(Row first, Content content) {
        Counts counts = ledger.counts();
        counts.records.increment();
        if (content.trimmed()) {
            counts.trimmed.increment();
        }
        if (order.isPresent()) {
            order.get().add(content.time(), OutgoingCodec.write(first.place(), content));
            return true;
        }
        return deliver(new Outgoing(number + 1, first.place(), content));
    }

    private boolean deliver(Outgoing record) {
        number = record.number();
        delivery.deliver(record);
        return number < limit;
    }

    /** After the last group. */
    void finish() {
        order.ifPresent(sorted -> sorted.read(bytes -> deliver(OutgoingCodec.read(number + 1, bytes))));
    }

    /** A record stands or falls as a whole: an order without one of its lines would be another order. */
    private static List<Reject> rejects(Group group, Rejection rejection) {
        List<Reject> rejects = new ArrayList<>();
        for (Row row : group.rows()) {
            String reason = row.number() == rejection.row().number()
                    ? rejection.getMessage()
                    : "left out with line " + rejection.row().place().line() + " of the same record";
            rejects.add(Reject.ofRow(row.place(), reason, row.cells().shown()));
        }
        return rejects;
    }
}
