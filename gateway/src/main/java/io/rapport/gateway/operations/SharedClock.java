package io.rapport.gateway.operations;

import io.rapport.events.ClockMoved;
import io.rapport.events.EventsJson;
import io.rapport.gateway.backend.Backend;
import io.rapport.gateway.backend.Backends;
import io.rapport.gateway.http.Problems;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.clock.BusinessClock;
import io.rapport.platform.clock.HouseTime;
import io.rapport.platform.clock.SystemTime;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves the business time of every process, and says when all have followed. It is kept before anybody follows, so that a
 * process which starts meanwhile, or was away, has it too. One move is made after the other.
 */
@SystemTime("a move of time is told by the system's clock")
@ApplicationScoped
class SharedClock {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BusinessClock own;
    private final HouseTime house;
    private final Backends backends;
    private final boolean control;
    private Future<Instant> turn = Future.succeededFuture(Instant.EPOCH);
    private volatile @Nullable ClockMove last;

    SharedClock(BusinessClock own, HouseTime house, Backends backends, PlatformConfig config) {
        this.own = own;
        this.house = house;
        this.backends = backends;
        this.control = config.clock().control();
    }

    /** Moves time where it shall be; asked again with the same key, it only tells those who have not followed. */
    synchronized Future<Instant> set(ClockRequest request, Optional<String> key, Caller caller) {
        if (!control) {
            throw Problem.of(CommonProblem.FORBIDDEN, "rapport.clock.control is off.");
        }
        turn = turn.transform(before -> move(request, key, caller));
        return turn;
    }

    private Future<Instant> move(ClockRequest request, Optional<String> key, Caller caller) {
        ClockMove known = last;
        if (known != null && known.isAskedAgain(key)) {
            return again(known, request, caller);
        }
        ClockMoved moved = new ClockMoved(request.from(own.instant()), Instant.now());
        return keep(moved).compose(kept -> {
            ClockMove move = new ClockMove(key, request, moved);
            last = move;
            own.set(move.goneOn(Instant.now()));
            return all(moved.at(), moved, caller);
        });
    }

    private Future<Instant> again(ClockMove known, ClockRequest request, Caller caller) {
        if (!known.request().equals(request)) {
            throw Problem.of(CommonProblem.UNPROCESSABLE, "The Idempotency-Key belongs to another request.");
        }
        return all(known.goneOn(Instant.now()), known.moved(), caller);
    }

    private Future<Void> keep(ClockMoved moved) {
        Promise<Void> kept = Promise.promise();
        house.keep(moved).subscribe().with(kept::complete, kept::fail);
        return kept.future()
                .recover(fault -> Future.failedFuture(Problems.unavailable("Kafka does not keep the time.")));
    }

    private Future<Instant> all(Instant at, ClockMoved moved, Caller caller) {
        List<Future<String>> followed = Arrays.stream(Backend.values())
                .map(backend -> follow(backend, at, caller))
                .toList();
        return Future.all(followed).map(all -> {
            checkAll(followed);
            return moved.at();
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
