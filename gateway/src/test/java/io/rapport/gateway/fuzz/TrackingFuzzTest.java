package io.rapport.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.EventType;
import io.rapport.events.RawEvent;
import io.rapport.events.RejectedEvent;
import io.rapport.events.SourceType;
import io.rapport.gateway.testing.Ready;
import io.rapport.gateway.testing.Shop;
import io.rapport.gateway.testing.Stored;
import io.rapport.gateway.testing.Surroundings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand bodies, sound and mutated: every answer is one of the contract's, and what is stored is exactly what was
 * accepted and can be read. {@code -Dfuzz.seed=…} runs one again; {@code -Dfuzz.bodies=…} runs more.
 */
@QuarkusTest
@Surroundings
class TrackingFuzzTest {
    private static final int BODIES = Integer.getInteger("fuzz.bodies", 10_500);
    private static final int AT_ONCE = 24;

    @Inject
    Shop shop;

    @Inject
    Ready ready;

    @Inject
    Stored stored;

    @Inject
    Vertx vertx;

    @TestHTTPResource("/")
    URI gateway;

    private final FuzzAnswers answers = new FuzzAnswers();
    private final AtomicInteger sent = new AtomicInteger();
    private HttpClient client;
    private FuzzBodies bodies;
    private Shop.Source source;

    @Test
    void whateverIsSentIsAnsweredAsTheContractSaysAndNothingIsHalfStored()
            throws InterruptedException, ExecutionException, TimeoutException {
        // Given
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("fuzz.seed " + seed);
        bodies = new FuzzBodies(new Random(seed));
        source = ready.knows(shop.source(SourceType.WEB));
        client = vertx.createHttpClient();

        // When
        List<Future<Void>> lanes =
                IntStream.range(0, AT_ONCE).mapToObj(lane -> next()).toList();
        Future.join(lanes).toCompletionStage().toCompletableFuture().get(300, TimeUnit.SECONDS);

        // Then
        System.out.println("fuzz answers by status " + answers.byStatus());
        assertThat(answers.wrong()).isEmpty();
        assertThat(answers.byStatus()).containsKeys(200, 400, 413, 415);
        List<RawEvent> events = stored.events(source.id());
        List<RejectedEvent> rejected = stored.rejected(source.id());
        assertThat(events.size() + rejected.size()).isEqualTo(answers.accepted());
        assertThat(events).hasSizeGreaterThan(BODIES / 4).allSatisfy(TrackingFuzzTest::isSound);
        assertThat(rejected)
                .hasSizeGreaterThan(BODIES / 10)
                .allSatisfy(one -> assertThat(one.reason()).isNotBlank());
    }

    private Future<Void> next() {
        int number = sent.getAndIncrement();
        if (number >= BODIES) {
            return Future.succeededFuture();
        }
        FuzzRequest request;
        synchronized (this) {
            request = bodies.next();
        }
        return send(number, request).recover(fault -> failed(number, fault)).compose(answered -> next());
    }

    private Future<Void> failed(int number, Throwable fault) {
        answers.failed(number, fault);
        return Future.succeededFuture();
    }

    private Future<Void> send(int number, FuzzRequest request) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(gateway.getHost())
                .setPort(gateway.getPort())
                .setURI(request.path())
                .putHeader("X-Write-Key", source.writeKey());
        request.headers().forEach(options::putHeader);
        return client.request(options)
                .compose(open -> answer(open, request.body()))
                .compose(answer -> answer.body()
                        .onSuccess(body -> answers.add(
                                number,
                                request,
                                answer.statusCode(),
                                answer.getHeader("Content-Type"),
                                body.toString())))
                .mapEmpty();
    }

    private static Future<HttpClientResponse> answer(HttpClientRequest request, Buffer body) {
        return request.send(body);
    }

    /** What every consumer may rely on, found out in another way than intake does. */
    private static void isSound(RawEvent event) {
        JsonNode body = event.event();
        assertThat(event.messageId()).isNotBlank().hasSizeLessThanOrEqualTo(255);
        assertThat(event.timestamp())
                .isBetween(
                        Instant.parse("0001-01-01T00:00:00Z"),
                        event.receivedAt().plusSeconds(366L * 86_400));
        assertThat(body.path("userId").isTextual() || body.path("anonymousId").isTextual())
                .isTrue();
        assertThat(event.type() != EventType.TRACK || body.path("event").isTextual())
                .isTrue();
        assertThat(body.path("context").isObject()).isTrue();
        assertThat(body.path("properties").path("price").asDouble()).isGreaterThanOrEqualTo(0);
        assertThat(hasOnlyWholeText(body)).isTrue();
    }

    private static boolean hasOnlyWholeText(JsonNode node) {
        for (JsonNode child : node) {
            if (!hasOnlyWholeText(child)) {
                return false;
            }
        }
        String text = node.isTextual() ? node.textValue() : "";
        return text.indexOf('\0') < 0 && text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }
}
