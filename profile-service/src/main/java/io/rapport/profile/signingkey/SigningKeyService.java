package io.rapport.profile.signingkey;

import io.rapport.platform.clock.SystemTime;
import io.rapport.profile.access.AccessConfig;
import io.rapport.profile.access.AccessLog;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;

/** Has a key ready to sign with, and lets old ones stand until every token that they signed has expired. On system time. */
@SystemTime("Tokens live on system time, and so do the keys that sign them")
@ApplicationScoped
public class SigningKeyService {
    /** How much longer than its rotation a key lasts, should nobody be there to rotate it. */
    private static final Duration GRACE = Duration.ofDays(2);

    private final Pool pool;
    private final Vertx vertx;
    private final SigningKeyStore store;
    private final KeySmith smith;
    private final AccessLog access;
    private final AccessConfig config;

    SigningKeyService(
            Pool pool, Vertx vertx, SigningKeyStore store, KeySmith smith, AccessLog access, AccessConfig config) {
        this.pool = pool;
        this.vertx = vertx;
        this.store = store;
        this.smith = smith;
        this.access = access;
        this.config = config;
    }

    /** Signs with the key that is on duty; read from the database each time, so that no replica uses a spent one. */
    public Uni<String> sign(JwtClaims claims) {
        return onDuty().chain(key -> vertx.executeBlocking(() -> smith.sign(key, claims), false));
    }

    private Uni<SigningKey> onDuty() {
        return signer().chain(
                        signer -> signer.isPresent() ? Uni.createFrom().item(signer) : ensure().chain(() -> signer()))
                .map(signer -> signer.orElseThrow(() -> new IllegalStateException("No key signs")));
    }

    private Uni<Optional<SigningKey>> signer() {
        return store.ring(pool).map(ring -> signer(ring));
    }

    private Optional<SigningKey> signer(KeyRing ring) {
        return ring.signer(Instant.now(), config.login().accessToken());
    }

    /** Rotates if it is time to, and takes back spent keys. With several replicas one does it and the others see it done. */
    public Uni<Void> ensure() {
        return tend(false).replaceWithVoid();
    }

    Uni<Optional<SigningKey>> rotate() {
        return tend(true);
    }

    private Uni<Optional<SigningKey>> tend(boolean always) {
        return pool.withTransaction(transaction -> access.lock(transaction)
                .chain(() -> store.ring(transaction))
                .chain(ring -> sweep(transaction, ring))
                .chain(ring -> always || isDue(ring)
                        ? succeed(transaction, ring).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty())));
    }

    private boolean isDue(KeyRing ring) {
        return signer(ring).isEmpty()
                || ring.isDue(Instant.now(), config.signingKeys().rotation());
    }

    private Uni<KeyRing> sweep(SqlConnection transaction, KeyRing ring) {
        List<SigningKey> spent = ring.spent(Instant.now());
        if (spent.isEmpty()) {
            return Uni.createFrom().item(ring);
        }
        List<String> announced =
                spent.stream().map(key -> key.announcement().key()).toList();
        return store.delete(transaction, spent)
                .chain(() -> access.withdraw(transaction, announced))
                .replaceWith(ring.without(spent));
    }

    private Uni<SigningKey> succeed(SqlConnection transaction, KeyRing ring) {
        return vertx.executeBlocking(() -> next(ring), false).call(next -> {
            List<SigningKey> changed =
                    new ArrayList<>(ring.endedBy(next, config.login().accessToken()));
            changed.add(next);
            return store.save(transaction, changed).chain(() -> announce(transaction, changed));
        });
    }

    private SigningKey next(KeyRing ring) {
        Instant now = Instant.now();
        Instant from = signer(ring).isPresent() ? now.plus(config.signingKeys().announceAhead()) : now;
        return smith.make(now, from, from.plus(config.signingKeys().rotation()).plus(GRACE));
    }

    private Uni<Void> announce(SqlConnection transaction, List<SigningKey> keys) {
        return access.announce(
                transaction, keys.stream().map(SigningKey::announcement).toList());
    }

    /** Every key that a token may still be signed with, oldest first. */
    Uni<List<SigningKey>> all() {
        Instant now = Instant.now();
        return store.ring(pool).map(ring -> ring.without(ring.spent(now)).keys());
    }

    /** Announces all of them again, for a topic that lost them. */
    public Uni<Void> announceAll() {
        return pool.withTransaction(transaction -> access.lock(transaction)
                .chain(() -> store.ring(transaction))
                .chain(ring -> announce(transaction, ring.keys())));
    }
}
