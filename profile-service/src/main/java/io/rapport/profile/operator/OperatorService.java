package io.rapport.profile.operator;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.rapport.platform.caller.Role;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.access.AccessLog;
import io.rapport.profile.problem.ProfileProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Keeps the operators; a password is hashed before any transaction begins. */
@ApplicationScoped
public class OperatorService {
    private final OperatorStore store;
    private final Passwords passwords;
    private final AccessLog access;
    private final InstantSource clock;

    OperatorService(OperatorStore store, Passwords passwords, AccessLog access, InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.access = access;
        this.clock = clock;
    }

    /** A stored operator. */
    record Saved(Operator operator, boolean created) {}

    public Uni<Optional<Operator>> find(String username) {
        return Username.isValid(username)
                ? Panache.withSession(() -> store.byName(username))
                : Uni.createFrom().item(Optional.empty());
    }

    Uni<Page<Operator>> page(PageRequest request) {
        return Panache.withSession(() -> store.page(request));
    }

    Uni<Saved> put(String username, OperatorRequest request) {
        return hash(request)
                .chain(hash -> access.change(() -> store.byName(username)
                        .chain(present -> present.isPresent()
                                ? change(present.get(), request, hash)
                                : create(username, request, hash))));
    }

    private Uni<Optional<String>> hash(OperatorRequest request) {
        return request.password() == null
                ? Uni.createFrom().item(Optional.empty())
                : passwords.hash(request.password()).map(Optional::of);
    }

    private Uni<Saved> create(String username, OperatorRequest request, Optional<String> hash) {
        String stored = hash.orElseThrow(() -> Problem.invalid("/password", "A new operator needs a password."));
        Instant now = clock.instant();
        Operator operator = new Operator(username, request.name(), request.roleSet(), stored, 1, now, now);
        return store.add(operator).map(added -> new Saved(added, true));
    }

    private Uni<Saved> change(Operator present, OperatorRequest request, Optional<String> hash) {
        Operator described = present.described(request.name(), request.roleSet(), clock.instant());
        Operator next = hash.map(described::withPassword).orElse(described);
        return unlessLastAdmin(present, next.isAdmin())
                .chain(() -> store.replace(next))
                .map(stored -> new Saved(stored, false));
    }

    Uni<Void> delete(String username) {
        return access.change(() -> store.byName(username)
                .map(present -> present.orElseThrow(() -> Problem.notFound("operator", username)))
                .call(present -> unlessLastAdmin(present, false))
                .chain(present -> store.deleteById(username))
                .replaceWithVoid());
    }

    private Uni<Void> unlessLastAdmin(Operator present, boolean staysAdmin) {
        if (!present.isAdmin() || staysAdmin) {
            return Uni.createFrom().voidItem();
        }
        return store.otherAdmins(present.username())
                .invoke(others -> {
                    if (others == 0) {
                        throw Problem.of(ProfileProblem.LAST_ADMIN, "Make somebody else an admin first.");
                    }
                })
                .replaceWithVoid();
    }

    /** Whether nobody may log in yet: the first start. */
    public Uni<Boolean> isEmpty() {
        return Panache.withSession(store::count).map(count -> count == 0);
    }

    /** For the first start, within its transaction. */
    public Uni<Void> createAdmin(String username, String passwordHash) {
        Instant now = clock.instant();
        return access.change(
                        () -> store.add(new Operator(username, null, Set.of(Role.ADMIN), passwordHash, 1, now, now)))
                .replaceWithVoid();
    }
}
