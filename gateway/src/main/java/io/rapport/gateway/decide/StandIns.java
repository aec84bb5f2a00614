package io.rapport.gateway.decide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.EventsJson;
import io.rapport.gateway.GatewayConfig;
import io.rapport.gateway.backend.Backends;
import io.rapport.platform.caller.Caller;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to show in a placement while recommendation-service is away: what it would last have shown to somebody unknown in that
 * country. Asked for now and then beside the visitors' own answers, so that no visitor's answer is ever shown to another.
 */
@ApplicationScoped
class StandIns {
    private static final int MOST = 2_000;

    private record Place(String placement, @Nullable String country) {}

    /** The last answer, and when it was last asked for (so that a service that is away is not asked all the time). */
    private static final class Kept {
        final AtomicLong askedAt = new AtomicLong(Long.MIN_VALUE);
        volatile @Nullable ObjectNode answer;
    }

    private final Recommendations recommendations;
    private final long refreshNanos;
    private final Duration within;

    /** Guarded by itself; who asks for ever more places drives out the one that was longest not asked for. */
    private final Map<Place, Kept> kept = new LinkedHashMap<>(64, 0.75F, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Kept> eldest) {
            return size() > MOST;
        }
    };

    StandIns(Recommendations recommendations, GatewayConfig config) {
        this.recommendations = recommendations;
        this.refreshNanos = config.decide().refreshFallback().toNanos();
        this.within = config.decide().partWithin();
    }

    /** Asks anew for what has grown old; the visitor's own answer does not wait for it. */
    void keepFresh(Question question) {
        for (String placement : question.asked().placements()) {
            Place place = new Place(placement, question.visitor().country());
            if (isDue(place)) {
                ask(place, question.visitor().locale());
            }
        }
    }

    private boolean isDue(Place place) {
        Kept one = at(place);
        long now = System.nanoTime();
        long last = one.askedAt.get();
        return (last == Long.MIN_VALUE || now - last > refreshNanos) && one.askedAt.compareAndSet(last, now);
    }

    private Kept at(Place place) {
        synchronized (kept) {
            return kept.computeIfAbsent(place, key -> new Kept());
        }
    }

    private @Nullable Kept known(Place place) {
        synchronized (kept) {
            return kept.get(place);
        }
    }

    /** The placements that something is kept for, or asked for. */
    Set<String> placements() {
        synchronized (kept) {
            return kept.keySet().stream().map(Place::placement).collect(Collectors.toUnmodifiableSet());
        }
    }

    private void forget(Place place) {
        synchronized (kept) {
            kept.remove(place);
        }
    }

    private void ask(Place place, @Nullable String locale) {
        Visitor somebody = new Visitor(null, false, List.of(), List.of(), locale, place.country());
        ObjectNode nothing = EventsJson.mapper().createObjectNode();
        Asked asked = new Asked(null, null, nothing, null, null, null, List.of(place.placement()), List.of());
        Question question = new Question(Caller.NOBODY, somebody, asked, Deadline.in(within, System.nanoTime()));
        recommendations.ask(question).onSuccess(answer -> keep(place, answer));
    }

    private void keep(Place place, Backends.Answer answer) {
        if (answer.status() == 422) {
            forget(place);
        }
        Kept one = known(place);
        if (answer.status() != 200 || one == null) {
            return;
        }
        JsonNode placements =
                EventsJson.read(answer.body().getBytes(), JsonNode.class).path("placements");
        if (placements.get(place.placement()) instanceof ObjectNode found) {
            // Nobody decided this for the visitor who will see it, so nothing shall be counted for the decision.
            one.answer = found.putNull("decisionId");
        }
    }

    /** What stands in for the placements that were asked for, as far as there is anything; null for nothing. */
    @Nullable
    Buffer find(Question question) {
        ObjectNode found = EventsJson.mapper().createObjectNode();
        for (String placement : question.asked().placements()) {
            Kept one = known(new Place(placement, question.visitor().country()));
            if (one != null && one.answer != null) {
                found.set(placement, one.answer);
            }
        }
        return found.isEmpty() ? null : Buffer.buffer(EventsJson.write(found));
    }
}
