package io.rapport.profile.visitor;

import io.quarkus.runtime.StartupEvent;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.consent.ConsentGate;
import io.rapport.profile.identity.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells who a visitor is, and forgets it when that changes. */
@ApplicationScoped
public class Visitors {
    private static final long REPEAT_MILLIS = 1_000;

    private final Pool pool;
    private final VisitorStore store;
    private final VisitorCache cache;
    private final ConsentGate gate;

    Visitors(Pool pool, VisitorStore store, VisitorCache cache, ConsentGate gate) {
        this.pool = pool;
        this.store = store;
        this.cache = cache;
        this.gate = gate;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(REPEAT_MILLIS, id -> cache.forgetPending().subscribe().with(done -> {}));
    }

    Uni<VisitorView> resolve(Caller caller, VisitorRequest request) {
        return first(caller, VisitorRules.wanted(caller, request));
    }

    private Uni<VisitorView> first(Caller caller, List<Identifier> wanted) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(VisitorView.unknown(gate.defaults()));
        }
        return find(wanted.get(0)).chain(found -> {
            if (found.isEmpty()) {
                return first(caller, wanted.subList(1, wanted.size()));
            }
            return Uni.createFrom()
                    .item(
                            VisitorRules.mayKnow(caller, found.get())
                                    ? found.get().view()
                                    : VisitorView.unknown(gate.defaults()));
        });
    }

    private Uni<Optional<Visitor>> find(Identifier identifier) {
        return cache.get(identifier)
                .chain(hot -> hot.isPresent() ? Uni.createFrom().item(hot) : load(identifier));
    }

    private Uni<Optional<Visitor>> load(Identifier identifier) {
        return store.find(pool, identifier).invoke(found -> found.ifPresent(visitor -> cache.put(identifier, visitor)));
    }

    /** To be called once a change of these profiles' consent, traits or identifiers has committed. Never fails. */
    public Uni<Void> forget(SqlClient client, Collection<UUID> profiles) {
        return profiles.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.keys(client, profiles).chain(this::forget).onFailure().recoverWithNull();
    }

    /** The same where the identifiers are known. */
    public Uni<Void> forget(Collection<Identifier> identifiers) {
        return cache.forget(identifiers);
    }
}
