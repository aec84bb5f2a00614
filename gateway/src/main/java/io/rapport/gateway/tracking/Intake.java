package io.rapport.gateway.tracking;

import io.rapport.gateway.GatewayConfig;
import io.rapport.gateway.http.Problems;
import io.rapport.platform.kafka.EventProducer;
import io.rapport.platform.problem.Problem;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Hands records to Kafka and says when all of a request's are acknowledged. What waits for acknowledgements is bounded in
 * bytes, well below the producer's buffer; beyond that, senders are told to come again.
 */
@ApplicationScoped
class Intake {
    /** What a record takes beside its value, about. */
    private static final long AROUND = 128;

    private final Vertx vertx;
    private final EventProducer producer;
    private final Duration patience;
    private final long mostWaiting;
    private final AtomicLong waiting = new AtomicLong();

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
        long bytes = bytes(records);
        if (waiting.addAndGet(bytes) > mostWaiting) {
            waiting.addAndGet(-bytes);
            return Future.failedFuture(Problems.unavailable("Too many events wait to be stored; send them again."));
        }
        return start(records, bytes);
    }

    private Future<Void> start(List<ProducerRecord<String, byte[]>> records, long bytes) {
        Context context = vertx.getOrCreateContext();
        Promise<Void> answer = Promise.promise();
        long timer = vertx.setTimer(patience.toMillis(), id -> answer.tryFail(notAcknowledged()));
        new Shipment(records, producer, fault -> {
                    waiting.addAndGet(-bytes);
                    context.runOnContext(done -> {
                        vertx.cancelTimer(timer);
                        settle(answer, fault == null);
                    });
                })
                .send();
        return answer.future();
    }

    private static void settle(Promise<Void> answer, boolean acknowledged) {
        if (acknowledged) {
            answer.tryComplete();
        } else {
            answer.tryFail(notAcknowledged());
        }
    }

    private static Problem notAcknowledged() {
        return Problems.unavailable("The events could not be stored in time; send them again.");
    }

    private static long bytes(List<ProducerRecord<String, byte[]>> records) {
        long bytes = 0;
        for (ProducerRecord<String, byte[]> record : records) {
            bytes += record.value().length + AROUND;
        }
        return bytes;
    }
}
