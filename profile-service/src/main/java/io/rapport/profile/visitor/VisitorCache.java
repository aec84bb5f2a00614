package io.rapport.profile.visitor;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.quarkus.redis.datasource.value.SetArgs;
import io.rapport.events.EventsJson;
import io.rapport.profile.identity.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Visitors in Redis, under each identifier that they are looked up by. A change puts a blank in the visitor's place that
 * outlives any reader which may still hold the old state, for readers only write where nothing stands. Entries live for a
 * minute, which bounds what a Redis that was away during a change may get wrong; the change is repeated until Redis has it.
 */
@ApplicationScoped
class VisitorCache {
    private static final Logger LOG = Logger.getLogger(VisitorCache.class);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(25);
    private static final Duration LONGEST_FORGET = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_FAILURES = 5;
    private static final int MOST_PENDING = 100_000;
    private static final String LIFETIME_SECONDS = "60";
    private static final String BLANK_SECONDS = "5";
    private static final String BLANK = "";

    private final ReactiveRedisDataSource redis;
    private final ReactiveValueCommands<String, String> values;
    private final Circuit circuit = new Circuit(MOST_FAILURES, PAUSE, System::nanoTime);
    private final Set<String> pending = ConcurrentHashMap.newKeySet();

    VisitorCache(ReactiveRedisDataSource redis) {
        this.redis = redis;
        this.values = redis.value(String.class);
    }

    private static String key(Identifier identifier) {
        return "visitor:" + identifier.type().wire() + ":" + identifier.value();
    }

    /** The visitor, or empty where Redis does not know, or does not answer in time. */
    Uni<Optional<Visitor>> get(Identifier identifier) {
        String key = key(identifier);
        if (pending.contains(key)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return guarded(LONGEST_WAIT, () -> values.get(key))
                .map(VisitorCache::visitor)
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private static Optional<Visitor> visitor(@Nullable String json) {
        return json == null || json.equals(BLANK)
                ? Optional.empty()
                : Optional.of(EventsJson.read(json.getBytes(StandardCharsets.UTF_8), Visitor.class));
    }

    /** Keeps the visitor unless something newer stands there; nobody waits for it. */
    void put(Identifier identifier, Visitor visitor) {
        String json = new String(EventsJson.write(visitor), StandardCharsets.UTF_8);
        SetArgs ifNothingStands = new SetArgs().nx().ex(Duration.ofSeconds(Long.parseLong(LIFETIME_SECONDS)));
        guarded(LONGEST_WAIT, () -> values.set(key(identifier), json, ifNothingStands))
                .subscribe()
                .with(done -> {}, fault -> LOG.debugf("Redis did not take a visitor: %s", fault.toString()));
    }

    /** Forgets what stands under these identifiers; what Redis does not take now is repeated with the next change. */
    Uni<Void> forget(Collection<Identifier> identifiers) {
        if (pending.size() < MOST_PENDING) {
            identifiers.forEach(identifier -> pending.add(key(identifier)));
        }
        return forgetPending();
    }

    /** Repeats what Redis did not take. Never fails. */
    Uni<Void> forgetPending() {
        List<String> keys = List.copyOf(pending);
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Request> requests = keys.stream()
                .map(key ->
                        Request.cmd(Command.SETEX).arg(key).arg(BLANK_SECONDS).arg(BLANK))
                .toList();
        return guarded(LONGEST_FORGET, () -> redis.getRedis().batch(requests))
                .invoke(() -> keys.forEach(pending::remove))
                .replaceWithVoid()
                .onFailure()
                .invoke(fault -> LOG.debugf("Redis is away with %d visitors to forget", keys.size()))
                .onFailure()
                .recoverWithNull();
    }

    private <T> Uni<T> guarded(Duration longest, Supplier<Uni<T>> call) {
        if (!circuit.allows()) {
            return Uni.createFrom().failure(new RedisAway());
        }
        return call.get()
                .ifNoItem()
                .after(longest)
                .fail()
                .onItem()
                .invoke(circuit::succeeded)
                .onFailure()
                .invoke(circuit::failed);
    }

    /** Nobody asked, for Redis has not answered lately. */
    private static final class RedisAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private RedisAway() {
            super("Redis is away", null, false, false);
        }
    }
}
