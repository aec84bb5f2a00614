package io.rapport.profile.profile;

import io.rapport.platform.problem.Problem;
import io.rapport.profile.directory.ProfileDirectory;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.IdentifierRules;
import io.rapport.profile.identity.IdentityStore;
import io.rapport.profile.identity.LinkStore;
import io.rapport.profile.identity.Parting;
import io.rapport.profile.identity.Tie;
import io.rapport.profile.membership.ListedStore;
import io.rapport.profile.membership.Memberships;
import io.rapport.profile.membership.ProfileChange;
import io.rapport.profile.problem.ProfileProblem;
import io.rapport.profile.reference.PersonReference;
import io.rapport.profile.sql.LostRace;
import io.rapport.profile.sql.TimeOrderedIds;
import io.rapport.profile.visitor.Visitors;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An operator's word that a profile is two persons. It is kept, and wins over what events say. */
@ApplicationScoped
class OperatorUnmerge {
    private static final int MOST_RACES = 20;

    private final Pool pool;
    private final ProfileDirectory directory;
    private final ProfileStore profiles;
    private final IdentityStore identities;
    private final LinkStore links;
    private final UnmergeStore store;
    private final Unmerging unmerging;
    private final Memberships memberships;
    private final ListedStore lists;
    private final Visitors visitors;
    private final InstantSource clock;

    OperatorUnmerge(
            Pool pool,
            ProfileDirectory directory,
            ProfileStore profiles,
            IdentityStore identities,
            LinkStore links,
            UnmergeStore store,
            Unmerging unmerging,
            Memberships memberships,
            ListedStore lists,
            Visitors visitors,
            InstantSource clock) {
        this.pool = pool;
        this.directory = directory;
        this.profiles = profiles;
        this.identities = identities;
        this.links = links;
        this.store = store;
        this.unmerging = unmerging;
        this.memberships = memberships;
        this.lists = lists;
        this.visitors = visitors;
        this.clock = clock;
    }

    /** Carries what a dry run found out of the transaction that is rolled back. */
    private static final class DryRun extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Unmerged found;

        DryRun(Unmerged found) {
            super("dry run", null, false, false);
            this.found = found;
        }
    }

    /** A dry run does all of it and takes it back, so what it shows is what would happen. */
    Uni<Unmerged> unmerge(UUID id, PersonReference what, boolean dryRun) {
        return LostRace.retried(pool.withTransaction(transaction -> unmerge(transaction, id, what, dryRun)), MOST_RACES)
                .call(done -> visitors.forget(pool, done.both()))
                .onFailure(DryRun.class)
                .recoverWithItem(rolledBack -> ((DryRun) rolledBack).found);
    }

    private Uni<Unmerged> unmerge(SqlConnection transaction, UUID id, PersonReference what, boolean dryRun) {
        return directory
                .canonical(transaction, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("profile", id.toString())))
                .chain(profile -> lock(transaction, profile))
                .chain(profile -> parted(transaction, profile, what))
                .chain(parted -> unmerging.run(transaction, parted, clock.instant()))
                .chain(done -> dryRun
                        ? Uni.createFrom().<Unmerged>failure(new DryRun(done))
                        : judge(transaction, done.both()).replaceWith(done));
    }

    private Uni<Profile> lock(SqlConnection transaction, UUID profile) {
        return profiles.lock(transaction, List.of(profile)).map(locked -> {
            if (locked.isEmpty()) {
                throw new LostRace("a profile was merged or erased");
            }
            return locked.get(0);
        });
    }

    private Uni<Parted> parted(SqlConnection transaction, Profile profile, PersonReference what) {
        return Uni.combine()
                .all()
                .unis(store.lockFormers(transaction, profile.id()), identities.ties(transaction, List.of(profile.id())))
                .asTuple()
                .chain(read -> links.among(
                                transaction,
                                read.getItem2().stream().map(Tie::identifier).toList())
                        .map(pairs -> {
                            Formers formers = read.getItem1();
                            Set<Identifier> takenOut = takenOut(what, formers, read.getItem2());
                            Parting parting = Parting.of(read.getItem2(), pairs, takenOut)
                                    .orElseThrow(() -> cannot("It is all that the profile goes by."));
                            return parted(profile, formers, parting, what);
                        }));
    }

    private Parted parted(Profile profile, Formers formers, Parting parting, PersonReference what) {
        Instant now = clock.instant();
        UUID id = what instanceof PersonReference.ById former
                ? former.profileId()
                : formers.returning(parting).orElseGet(TimeOrderedIds::next);
        Profile separated = formers.profiles().getOrDefault(id, Profile.met(id, now));
        return new Parted(profile, separated, parting, formers.following(id, parting));
    }

    private static Set<Identifier> takenOut(PersonReference what, Formers formers, List<Tie> ties) {
        if (what instanceof PersonReference.ByIdentifier named) {
            return IdentifierRules.normalise(named.type(), named.value(), null)
                    .filter(identifier ->
                            ties.stream().anyMatch(tie -> tie.identifier().equals(identifier)))
                    .map(Set::of)
                    .orElseThrow(() -> cannot("The profile does not go by that identifier."));
        }
        UUID former = ((PersonReference.ById) what).profileId();
        if (!formers.profiles().containsKey(former)) {
            throw cannot("No profile of that id was merged into it.");
        }
        Set<Identifier> own = formers.own(former, ties);
        if (own.isEmpty()) {
            throw cannot("Nothing that the profile goes by is known to have been that one's; name an identifier.");
        }
        return own;
    }

    private static Problem cannot(String detail) {
        return Problem.of(ProfileProblem.CANNOT_UNMERGE, detail);
    }

    private Uni<Void> judge(SqlConnection transaction, Collection<UUID> both) {
        return lists.lists(transaction, both)
                .map(listed -> both.stream()
                        .map(id -> new ProfileChange(id).rebuilt().onLists(listed.getOrDefault(id, Set.of())))
                        .toList())
                .chain(changes -> memberships.update(transaction, changes))
                .replaceWithVoid();
    }
}
