package io.rapport.dev.imports.delivery;

import io.rapport.dev.imports.mapping.Kind;
import io.rapport.dev.imports.progress.Ledger;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Several requests at a time: each visitor's (or product's) records keep to one lane, and so their order. */
public final class Lanes implements Delivery {
    private final Ledger ledger;
    private final Pace pace;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final List<Lane> lanes;

    private Lanes(Ledger ledger, Pace pace, Receiver receiver, GatewayClient client, Patience patience) {
        this.ledger = ledger;
        this.pace = pace;
        this.lanes = IntStream.range(0, ledger.lanes())
                .mapToObj(index -> new Lane(
                        index, receiver, new Courier(receiver, client, patience, ledger.counts()), ledger, failure))
                .toList();
    }

    /** Lanes that are open; they are to be closed. */
    public static Lanes open(
            Kind kind, Target target, int batch, Patience patience, Pace pace, Ledger ledger, InstantSource clock) {
        Receiver receiver = kind == Kind.PRODUCTS ? new ProductReceiver(batch) : new EventReceiver(batch);
        GatewayClient client = new GatewayClient(target.gateway(), target.serverKey(), clock);
        Lanes lanes = new Lanes(ledger, pace, receiver, client, patience);
        lanes.lanes.forEach(Lane::start);
        return lanes;
    }

    @Override
    public void deliver(Outgoing record) {
        int lane = ledger.lane(record.content().lane());
        if (ledger.queue(lane, record.number())) {
            pace.step();
            lanes.get(lane).add(record);
            lanes.forEach(Lane::tick);
        }
    }

    @Override
    public void finish() {
        try {
            lanes.forEach(Lane::end);
            for (Lane lane : lanes) {
                lane.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped("Interrupted", e);
        }
        Failures.rethrow(failure.get());
    }

    @Override
    public void close() {
        lanes.forEach(Lane::stop);
    }
}
