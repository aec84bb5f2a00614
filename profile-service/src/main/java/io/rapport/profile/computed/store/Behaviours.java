package io.rapport.profile.computed.store;

import io.rapport.profile.computed.behaviour.Behaviour;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps behaviours up, in the transaction that stores the events, with the profiles' rows locked. */
@ApplicationScoped
public class Behaviours {
    private final BehaviourStore store;
    private final CallHistory history;

    Behaviours(BehaviourStore store, CallHistory history) {
        this.store = store;
        this.history = history;
    }

    /** Takes the changes in; those that changed, as they are now. */
    public Uni<Map<UUID, Behaviour>> follow(SqlConnection transaction, Collection<BehaviourChange> all) {
        List<BehaviourChange> changes =
                all.stream().filter(change -> !change.isNothing()).toList();
        if (changes.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<UUID> read = new ArrayList<>();
        changes.forEach(change -> {
            read.add(change.profile());
            read.addAll(change.losers());
        });
        return store.read(transaction, read)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(states -> new Absorption(states, changes))
                .call(absorption ->
                        history.recall(transaction, absorption.wanted()).invoke(absorption::put))
                .map(Absorption::changed)
                .call(changed -> store.write(transaction, changed));
    }

    /** Some of those whose sessions are to be counted anew: bring them up to date in a transaction of its own, without hurry. */
    public Uni<List<UUID>> lost(SqlClient client, UUID after, int most) {
        return store.lost(client, after, most);
    }

    public Uni<Void> forget(SqlClient transaction, Collection<UUID> profiles) {
        return store.delete(transaction, profiles);
    }

    /** What became of each, as far as it can be told without the event store. */
    private static final class Absorption {
        private final Map<UUID, byte[]> states;
        private final Map<UUID, Behaviour> changed = new HashMap<>();
        private final List<UUID> wanted = new ArrayList<>();

        private Absorption(Map<UUID, byte[]> states, List<BehaviourChange> changes) {
            this.states = states;
            changes.forEach(this::take);
        }

        private void take(BehaviourChange change) {
            if (change.isAnew() || !isKnown(change) || (change.isCaughtUp() && isLost(change))) {
                wanted.add(change.profile());
            } else if (change.isMet()
                    || !change.calls().isEmpty()
                    || !change.losers().isEmpty()) {
                absorb(change);
            }
        }

        private boolean isKnown(BehaviourChange change) {
            boolean isOwnKnown = change.isMet() || isReadable(change.profile());
            return isOwnKnown && change.losers().stream().allMatch(this::isReadable);
        }

        private boolean isLost(BehaviourChange change) {
            byte[] state = states.get(change.profile());
            return state != null && Behaviour.read(state).needsRecomputation();
        }

        private boolean isReadable(UUID profile) {
            byte[] state = states.get(profile);
            return state != null && Behaviour.isReadable(state);
        }

        private void absorb(BehaviourChange change) {
            byte[] state = states.get(change.profile());
            Behaviour behaviour = state == null ? new Behaviour() : Behaviour.read(state);
            change.losers().forEach(loser -> behaviour.merge(Behaviour.read(states.get(loser))));
            change.calls().forEach(behaviour::absorb);
            changed.put(change.profile(), behaviour);
        }

        private List<UUID> wanted() {
            return wanted;
        }

        private void put(Map<UUID, Behaviour> recalled) {
            changed.putAll(recalled);
        }

        private Map<UUID, Behaviour> changed() {
            return changed;
        }
    }
}
