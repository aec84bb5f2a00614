package io.rapport.profile.serverkey;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.FieldError;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.access.AccessLog;
import io.rapport.profile.problem.ProfileProblem;
import io.rapport.profile.source.Source;
import io.rapport.profile.source.SourceService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Issues and revokes server keys, and tells the gateway of each in the transaction that does so. */
@ApplicationScoped
public class ServerKeyService {
    /** The source that the first start creates for back ends. */
    public static final String DEFAULT_SOURCE = "server";

    private final ServerKeyStore store;
    private final SourceService sources;
    private final AccessLog access;
    private final InstantSource clock;

    ServerKeyService(ServerKeyStore store, SourceService sources, AccessLog access, InstantSource clock) {
        this.store = store;
        this.sources = sources;
        this.access = access;
        this.clock = clock;
    }

    /** A key with its text, which is nowhere else from then on. */
    record Issued(ServerKey serverKey, String key) {}

    Uni<Page<ServerKey>> page(PageRequest request) {
        return Panache.withSession(() -> store.page(request));
    }

    Uni<Optional<ServerKey>> find(UUID id) {
        return Panache.withSession(() -> store.byId(id));
    }

    Uni<Issued> issue(ServerKeyRequest request) {
        String sourceId = Optional.ofNullable(request.sourceId()).orElse(DEFAULT_SOURCE);
        return issue(ServerKey.randomKey(), request.name(), Set.copyOf(request.scopes()), sourceId);
    }

    /** For the first start: a key that was chosen before, which may all. */
    public Uni<Void> create(String key, String name) {
        return issue(key, name, Set.of(Scope.ALL), DEFAULT_SOURCE).replaceWithVoid();
    }

    private Uni<Issued> issue(String key, String name, Set<String> scopes, String sourceId) {
        return access.change(() -> source(sourceId)
                .chain(source -> store.add(ServerKey.of(key, name, scopes, source.id(), clock.instant())))
                .call(stored -> access.announce(stored.announcement()))
                .map(stored -> new Issued(stored, key)));
    }

    private Uni<Source> source(String id) {
        String detail = "There is no source '" + id + "'.";
        return sources.find(id)
                .map(found -> found.orElseThrow(() -> Problem.of(
                        ProfileProblem.UNKNOWN_SOURCE, detail, List.of(new FieldError("/sourceId", detail)))));
    }

    Uni<Void> revoke(UUID id) {
        return access.change(() -> store.deleteById(id)
                .chain(deleted -> deleted
                        ? access.withdraw("server-key:" + id)
                        : Uni.createFrom().failure(Problem.notFound("server key", id.toString()))));
    }

    /** Announces all of them again, for a topic that lost them. */
    public Uni<Void> announceAll() {
        return access.change(() -> store.everyone()
                .chain(keys -> access.announceAll(
                        keys.stream().map(ServerKey::announcement).toList())));
    }
}
