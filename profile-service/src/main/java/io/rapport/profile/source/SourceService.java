package io.rapport.profile.source;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.rapport.events.SourceType;
import io.rapport.platform.config.SecretBox;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.access.AccessLog;
import io.rapport.profile.access.RandomText;
import io.rapport.profile.problem.ProfileProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Keeps the sources, and tells the gateway of each change in the transaction that makes it. */
@ApplicationScoped
public class SourceService {
    private static final int WRITE_KEY_LENGTH = 32;

    private final SourceStore store;
    private final AccessLog access;
    private final SecretBox box;
    private final InstantSource clock;

    SourceService(SourceStore store, AccessLog access, SecretBox box, InstantSource clock) {
        this.store = store;
        this.access = access;
        this.box = box;
        this.clock = clock;
    }

    /** A stored source; {@code secret} is there if this call made it. */
    record Saved(Source source, @Nullable String secret, boolean created) {
        SourceView view() {
            return SourceView.withSecret(source, secret);
        }
    }

    public Uni<Optional<Source>> find(String id) {
        return SourceId.isValid(id)
                ? Panache.withSession(() -> store.byId(id))
                : Uni.createFrom().item(Optional.empty());
    }

    public Uni<List<Source>> findAll(Set<String> ids) {
        return Panache.withSession(() -> store.byIds(ids));
    }

    Uni<Page<Source>> page(PageRequest request) {
        return Panache.withSession(() -> store.page(request));
    }

    Uni<Saved> put(String id, SourceRequest request) {
        return access.change(() -> store.byId(id)
                .chain(present -> present.isPresent()
                        ? replaced(present.get().described(request, clock.instant()), null)
                        : created(id, request, RandomText.lettersAndDigits(WRITE_KEY_LENGTH))));
    }

    /** For the first start: a source under a write key that was chosen before, or a random one. */
    public Uni<Void> createIfAbsent(String id, String name, SourceType type, Optional<String> writeKey) {
        String key = writeKey.orElseGet(() -> RandomText.lettersAndDigits(WRITE_KEY_LENGTH));
        return access.change(() -> store.byId(id)
                .chain(present -> present.isPresent()
                        ? Uni.createFrom().voidItem()
                        : created(id, new SourceRequest(name, type, false), key).replaceWithVoid()));
    }

    private Uni<Saved> created(String id, SourceRequest request, String writeKey) {
        String secret = RandomText.secret();
        Instant now = clock.instant();
        Source source = new Source(
                id, request.name(), request.type(), request.requireUserToken(), writeKey, box.seal(secret), now, now);
        return store.add(source)
                .call(added -> access.announce(added.announcement()))
                .map(added -> new Saved(added, secret, true));
    }

    private Uni<Saved> replaced(Source source, @Nullable String secret) {
        return store.replace(source)
                .call(stored -> access.announce(stored.announcement()))
                .map(stored -> new Saved(stored, secret, false));
    }

    Uni<Saved> rotateSecret(String id) {
        String secret = RandomText.secret();
        return rotate(id, source -> source.withSecret(box.seal(secret), clock.instant()), secret);
    }

    Uni<Saved> rotateWriteKey(String id) {
        String key = RandomText.lettersAndDigits(WRITE_KEY_LENGTH);
        return rotate(id, source -> source.withWriteKey(key, clock.instant()), null);
    }

    private Uni<Saved> rotate(String id, UnaryOperator<Source> rotation, @Nullable String secret) {
        return access.change(() -> store.byId(id)
                .map(present -> present.orElseThrow(() -> Problem.notFound("source", id)))
                .chain(source -> replaced(rotation.apply(source), secret)));
    }

    Uni<Void> delete(String id) {
        return access.change(() -> store.deleteById(id)
                        .chain(deleted -> deleted
                                ? access.withdraw("source:" + id)
                                : Uni.createFrom().failure(Problem.notFound("source", id))))
                .onFailure(SourceService::isReferredTo)
                .transform(fault -> Problem.of(
                        ProfileProblem.SOURCE_IN_USE, "Server keys send for '" + id + "': revoke them first."));
    }

    private static boolean isReferredTo(Throwable fault) {
        return fault instanceof ConstraintViolationException
                || (fault.getCause() != null && isReferredTo(fault.getCause()));
    }

    /** Announces all of them again, for a topic that lost them. */
    public Uni<Void> announceAll() {
        return access.change(() -> store.everyone()
                .chain(sources -> access.announceAll(
                        sources.stream().map(Source::announcement).toList())));
    }
}
