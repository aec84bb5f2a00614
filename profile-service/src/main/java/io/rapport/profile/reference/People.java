package io.rapport.profile.reference;

import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.directory.ProfileDirectory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Finds the profile of a person that a caller named. */
@ApplicationScoped
public class People {
    private final ProfileDirectory directory;

    People(ProfileDirectory directory) {
        this.directory = directory;
    }

    /** A profile whose row this transaction has locked, and the sequence number that came with the lock. */
    public record Locked(UUID profileId, long sequence) {}

    /** The profile that stands for the person now; a 404 that does not repeat the identifier if there is none. */
    public Uni<UUID> require(SqlClient client, PersonReference reference) {
        return find(client, reference).map(found -> found.orElseThrow(People::unknown));
    }

    /** The same, where nobody may be the answer. */
    public Uni<Optional<UUID>> find(SqlClient client, PersonReference reference) {
        if (reference instanceof PersonReference.ByIdentifier identifier) {
            return directory.find(client, identifier.type(), identifier.value());
        }
        return directory.canonical(client, ((PersonReference.ById) reference).profileId());
    }

    /** The same, locked until the transaction ends; a merge that came between is followed. */
    public Uni<Locked> lock(SqlConnection transaction, PersonReference reference) {
        return require(transaction, reference).chain(profile -> lock(transaction, profile));
    }

    private Uni<Locked> lock(SqlConnection transaction, UUID profile) {
        return directory
                .nextSequence(transaction, profile)
                .chain(sequence -> directory
                        .canonical(transaction, profile)
                        .map(canonical -> canonical.orElseThrow(People::unknown))
                        .chain(canonical -> canonical.equals(profile)
                                ? Uni.createFrom().item(new Locked(profile, sequence))
                                : lock(transaction, canonical)));
    }

    private static Problem unknown() {
        return Problem.of(CommonProblem.NOT_FOUND, "Nobody is known by that identity.");
    }
}
