package io.rapport.profile.consent;

import io.rapport.events.Origin;
import io.rapport.platform.consent.ConsentGate;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.membership.Memberships;
import io.rapport.profile.membership.ProfileChange;
import io.rapport.profile.reference.People;
import io.rapport.profile.reference.PersonReference;
import io.rapport.profile.visitor.Visitors;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** What operators and back ends read and write of consent, a transaction for each decision. */
@ApplicationScoped
class Consents {
    private final Pool pool;
    private final People people;
    private final ConsentService service;
    private final ConsentHistory history;
    private final ConsentGate gate;
    private final Visitors visitors;
    private final Memberships memberships;
    private final InstantSource clock;

    Consents(
            Pool pool,
            People people,
            ConsentService service,
            ConsentHistory history,
            ConsentGate gate,
            Visitors visitors,
            Memberships memberships,
            InstantSource clock) {
        this.pool = pool;
        this.people = people;
        this.service = service;
        this.history = history;
        this.gate = gate;
        this.visitors = visitors;
        this.memberships = memberships;
        this.clock = clock;
    }

    Uni<ConsentView> read(PersonReference person) {
        return people.require(pool, person).chain(this::view);
    }

    private Uni<ConsentView> view(UUID profile) {
        return history.standing(pool, profile).map(standing -> ConsentView.of(profile, standing, gate.defaults()));
    }

    Uni<ConsentView> decide(ConsentRequest request) {
        return decide(request, "").chain(this::view);
    }

    /** The profile's hot view holds its consent, so it goes once the decision stands. */
    private Uni<UUID> decide(ConsentRequest request, String pointer) {
        PersonReference person = request.person(pointer);
        return pool.withTransaction(transaction -> people.lock(transaction, person)
                        .call(locked ->
                                service.record(transaction, statement(locked.profileId(), request), locked.sequence()))
                        .call(locked -> memberships.update(
                                transaction,
                                List.of(new ProfileChange(locked.profileId()).consent(request.purpose())))))
                .map(People.Locked::profileId)
                .call(profile -> visitors.forget(pool, List.of(profile)));
    }

    private ConsentStatement statement(UUID profile, ConsentRequest request) {
        return new ConsentStatement(
                profile, request.purpose(), request.granted(), clock.instant(), ConsentStatement.API, Origin.LIVE);
    }

    Uni<ConsentBatchView> decideAll(List<ConsentRequest> requests) {
        return Multi.createFrom()
                .iterable(IntStream.range(0, requests.size()).boxed().toList())
                .onItem()
                .transformToUniAndConcatenate(index -> refusal(requests.get(index), index))
                .collect()
                .asList()
                .map(outcomes -> ConsentBatchView.of(
                        outcomes.stream().flatMap(Optional::stream).toList(), requests.size()));
    }

    private Uni<Optional<ConsentBatchView.Rejected>> refusal(ConsentRequest request, int index) {
        return Uni.createFrom()
                .deferred(() -> decide(request, "/items/" + index))
                .map(done -> Optional.<ConsentBatchView.Rejected>empty())
                .onFailure(Problem.class)
                .recoverWithItem(problem -> Optional.of(
                        new ConsentBatchView.Rejected(index, Objects.requireNonNull(problem.getMessage()))));
    }

    Uni<List<ConsentHistory.Decision>> history(PersonReference person, HistoryPosition after, int limit) {
        return people.require(pool, person).chain(profile -> history.all(pool, profile, after, limit));
    }
}
