package io.rapport.profile.profile;

import io.rapport.profile.identity.IdentityStore;
import io.rapport.profile.trait.TraitSources;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads the traits of profiles again from what is stored, where the order in which it came could have decided. */
@ApplicationScoped
public class TraitHistory {
    /** Who identified themselves more often than that keeps what was decided as it came: nobody may stall the intake. */
    private static final int MOST = 2_000;

    private final ProfileStore profiles;
    private final IdentityStore identities;
    private final UnmergeStore store;
    private final TraitSources sources;
    private final InstantSource clock;

    TraitHistory(
            ProfileStore profiles,
            IdentityStore identities,
            UnmergeStore store,
            TraitSources sources,
            InstantSource clock) {
        this.profiles = profiles;
        this.identities = identities;
        this.store = store;
        this.sources = sources;
        this.clock = clock;
    }

    /** Of profiles whose rows are locked, with everything else of the transaction written. */
    public Uni<Void> retell(SqlConnection transaction, Set<UUID> whose) {
        return whose.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.combine()
                        .all()
                        .unis(
                                profiles.lock(transaction, whose),
                                identities.ties(transaction, whose),
                                store.identified(transaction, whose, MOST))
                        .asTuple()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .chain(read -> {
                            if (read.getItem3().size() >= MOST) {
                                return Uni.createFrom().voidItem();
                            }
                            List<Profile> told = read.getItem1().stream()
                                    .map(profile -> profile.retold(PartedTraits.retell(
                                            profile.id(), profile.traits(), read.getItem3(), read.getItem2(), sources)))
                                    .toList();
                            return profiles.write(transaction, told, clock.instant());
                        });
    }
}
