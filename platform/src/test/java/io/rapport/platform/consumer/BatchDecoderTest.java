package io.rapport.platform.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchDecoderTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close();
    }

    private record Seen(boolean readOnEventLoop, boolean wentOnWithTheCaller) {}

    @Test
    void jsonIsReadOnAWorkerAndTheRestGoesOnWhereItBegan() throws Exception {
        // Given
        BatchDecoder decoder = new BatchDecoder();
        Context caller = vertx.getOrCreateContext();
        CompletableFuture<Seen> seen = new CompletableFuture<>();
        List<ConsumerRecord<String, byte[]>> records = List.of(new ConsumerRecord<>("t", 0, 0, "k", new byte[0]));

        // When
        caller.runOnContext(nothing -> decoder.decode(records, all -> Context.isOnEventLoopThread())
                .chain(onLoop -> Uni.createFrom().item(() -> new Seen(onLoop, Vertx.currentContext() == caller)))
                .subscribe()
                .with(seen::complete, seen::completeExceptionally));

        // Then
        assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo(new Seen(false, true));
    }
}
