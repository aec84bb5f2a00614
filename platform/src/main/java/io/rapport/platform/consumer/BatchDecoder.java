package io.rapport.platform.consumer;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the JSON of some hundred records on a worker thread, for the event loop that handles batches serves requests too. */
@ApplicationScoped
public class BatchDecoder {
    private final Executor workers = Infrastructure.getDefaultWorkerPool();

    /** What the reading makes of the batch; it goes on, with SQL say, on the context of the caller. */
    public <T> Uni<T> decode(
            List<ConsumerRecord<String, byte[]>> records, Function<List<ConsumerRecord<String, byte[]>>, T> reading) {
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom()
                        .item(() -> reading.apply(records))
                        .runSubscriptionOn(workers)
                        .emitOn(CallerContext.current()));
    }
}
