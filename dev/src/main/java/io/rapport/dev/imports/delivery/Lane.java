package io.rapport.dev.imports.delivery;

import io.rapport.dev.imports.delivery.Receiver.Refused;
import io.rapport.dev.imports.progress.Ledger;
import io.rapport.dev.imports.progress.Reject;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends its batches one after the other, so that they arrive in order; it fills the next while one is on its way. */
final class Lane implements Runnable {
    private static final Batch END = new Batch();
    private static final long LINGER = TimeUnit.SECONDS.toNanos(2);

    private final int index;
    private final Receiver receiver;
    private final Courier courier;
    private final Ledger ledger;
    private final AtomicReference<@Nullable Throwable> failure;
    private final BlockingQueue<Batch> waiting = new ArrayBlockingQueue<>(1);
    private final Thread thread;
    private Batch open = new Batch();

    Lane(int index, Receiver receiver, Courier courier, Ledger ledger, AtomicReference<@Nullable Throwable> failure) {
        this.index = index;
        this.receiver = receiver;
        this.courier = courier;
        this.ledger = ledger;
        this.failure = failure;
        this.thread = new Thread(this, "import-lane-" + index);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void add(Outgoing record) {
        if (!open.hasRoomFor(record, receiver)) {
            handOver();
        }
        open.add(record);
    }

    /** Lets go of records that have waited for company for long enough. */
    void tick() {
        if (!open.isEmpty() && open.olderThan(LINGER) && waiting.isEmpty()) {
            handOver();
        }
    }

    private void handOver() {
        if (!open.isEmpty()) {
            put(open);
            open = new Batch();
        }
    }

    private void put(Batch batch) {
        try {
            boolean there = false;
            while (!there) {
                Failures.rethrow(failure.get());
                there = waiting.offer(batch, 100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped("Interrupted", e);
        }
    }

    void end() {
        handOver();
        put(END);
    }

    void join() throws InterruptedException {
        thread.join();
    }

    void stop() {
        thread.interrupt();
    }

    @Override
    public void run() {
        try {
            for (Batch batch = waiting.take(); batch != END; batch = waiting.take()) {
                List<Refused> refused = courier.bring(batch.records());
                ledger.taken(
                        index,
                        batch.last(),
                        batch.records().size(),
                        refused.stream().map(Lane::reject).toList());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    private static Reject reject(Refused refused) {
        Outgoing record = refused.record();
        return Reject.ofRecord(
                record.place(),
                "the gateway: " + refused.reason(),
                SentJson.read(record.content().json()));
    }
}
