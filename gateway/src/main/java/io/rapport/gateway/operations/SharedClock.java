package io.rapport.gateway.operations;

import io.rapport.events.ClockMoved;
import io.rapport.events.EventsJson;
import io.rapport.gateway.backend.Backend;
import io.rapport.gateway.backend.Backends;
import io.rapport.gateway.http.Problems;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.clock.BusinessClock;
import io.rapport.platform.clock.HouseTime;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Moves the business time of every process, and says when all have followed. It is kept before anybody follows, so that a
 * process which starts meanwhile, or was away, has it too.
 */
@ApplicationScoped
class SharedClock {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BusinessClock own;
    private final HouseTime house;
    private final Backends backends;

    SharedClock(BusinessClock own, HouseTime house, Backends backends) {
        this.own = own;
        this.house = house;
        this.backends = backends;
    }

    /** Sets the gateway's time, which is where it starts to be refused if it may not be moved, then the services'. */
    Future<Instant> set(ClockRequest request, Caller caller) {
        Instant at = request.from(own.instant());
        ClockMoved moved = own.set(at);
        return keep(moved).compose(kept -> all(at, caller));
    }

    private Future<Void> keep(ClockMoved moved) {
        Promise<Void> kept = Promise.promise();
        house.keep(moved).subscribe().with(kept::complete, kept::fail);
        return kept.future()
                .recover(fault -> Future.failedFuture(Problems.unavailable("Kafka does not keep the time.")));
    }

    private Future<Instant> all(Instant at, Caller caller) {
        List<Future<String>> followed = Arrays.stream(Backend.values())
                .map(backend -> follow(backend, at, caller))
                .toList();
        return Future.all(followed).map(all -> {
            checkAll(followed);
            return at;
        });
    }

    /** An empty text if the service has followed, else why not. */
    private Future<String> follow(Backend backend, Instant at, Caller caller) {
        Buffer body = Buffer.buffer(EventsJson.write(Map.of("at", at)));
        return backends.send(HttpMethod.PUT, backend, "/internal/clock", caller, body, PATIENCE)
                .map(answer -> answer.status() == 200 ? "" : backend.serviceName() + " answered " + answer.status())
                .otherwise(backend.serviceName() + " is away");
    }

    private static void checkAll(List<Future<String>> followed) {
        List<String> behind = followed.stream()
                .map(Future::result)
                .filter(Objects::nonNull)
                .filter(fault -> !fault.isEmpty())
                .toList();
        if (!behind.isEmpty()) {
            throw Problems.unavailable("Not all have followed: " + String.join("; ", behind) + ".");
        }
    }
}
