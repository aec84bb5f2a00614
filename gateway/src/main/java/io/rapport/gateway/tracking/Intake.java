package io.rapport.gateway.tracking;

import io.rapport.gateway.GatewayConfig;
import io.rapport.gateway.http.Problems;
import io.rapport.platform.kafka.EventProducer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Hands records to Kafka and says when all of a request's are acknowledged. The producer may block (on metadata), so it is
 * called on a thread of its own; what waits for it and for acknowledgements is bounded in bytes, and beyond that senders are
 * told to come again.
 */
@ApplicationScoped
class Intake {
    private final Vertx vertx;
    private final EventProducer producer;
    private final Duration patience;
    private final long mostWaiting;
    private final AtomicLong waiting = new AtomicLong();
    private final ExecutorService sending = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "intake");
        thread.setDaemon(true);
        return thread;
    });

    Intake(Vertx vertx, EventProducer producer, GatewayConfig config) {
        this.vertx = vertx;
        this.producer = producer;
        this.patience = config.tracking().acknowledgeWithin();
        this.mostWaiting = config.tracking().mostWaitingBytes();
    }

    /** Succeeds on the caller's context once Kafka has acknowledged every record; a 503 if it does not in time. */
    Future<Void> send(List<ProducerRecord<String, byte[]>> records) {
        if (records.isEmpty()) {
            return Future.succeededFuture();
        }
        long bytes = records.stream().mapToLong(Intake::bytes).sum();
        if (waiting.addAndGet(bytes) > mostWaiting) {
            waiting.addAndGet(-bytes);
            return Future.failedFuture(Problems.unavailable("Too many events wait to be stored."));
        }
        return start(records, bytes);
    }

    private Future<Void> start(List<ProducerRecord<String, byte[]>> records, long bytes) {
        Context context = vertx.getOrCreateContext();
        Promise<Void> answer = Promise.promise();
        Shipment shipment = new Shipment(
                records, producer, System.nanoTime() + patience.toNanos(), () -> waiting.addAndGet(-bytes));
        long timer = vertx.setTimer(patience.toMillis(), id -> answer.tryFail(notAcknowledged()));
        shipment.whenDone(fault -> context.runOnContext(done -> {
            vertx.cancelTimer(timer);
            settle(answer, fault == null);
        }));
        sending.execute(shipment);
        return answer.future();
    }

    private static void settle(Promise<Void> answer, boolean acknowledged) {
        if (acknowledged) {
            answer.tryComplete();
        } else {
            answer.tryFail(notAcknowledged());
        }
    }

    private static Throwable notAcknowledged() {
        return Problems.unavailable("The events could not be stored in time; send them again.");
    }

    private static long bytes(ProducerRecord<String, byte[]> record) {
        return record.value().length + 64L;
    }

    @PreDestroy
    void close() {
        sending.shutdownNow();
    }
}
