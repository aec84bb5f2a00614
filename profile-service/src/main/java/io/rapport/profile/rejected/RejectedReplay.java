package io.rapport.profile.rejected;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.Topic;
import io.rapport.platform.outbox.Outbox;
import io.rapport.platform.outbox.OutboxRecord;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.FieldError;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.problem.ProfileProblem;
import io.rapport.profile.source.Source;
import io.rapport.profile.source.SourceService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends refused events again, through the outbox, in the transaction that marks them as replayed. */
@ApplicationScoped
class RejectedReplay {
    private static final int MOST_AT_ONCE = 10_000;

    private final Pool pool;
    private final RejectedService rejected;
    private final RejectedStore store;
    private final SourceService sources;
    private final Outbox outbox;
    private final InstantSource clock;

    RejectedReplay(
            Pool pool,
            RejectedService rejected,
            RejectedStore store,
            SourceService sources,
            Outbox outbox,
            InstantSource clock) {
        this.pool = pool;
        this.rejected = rejected;
        this.store = store;
        this.sources = sources;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Sends one again, as it was or mended; what is wrong with it still is a 422 that points into the event. */
    Uni<RejectedEntry> one(UUID id, @Nullable JsonNode mended) {
        return rejected.find(id)
                .chain(entry ->
                        sources.find(entry.rejected().sourceId()).map(source -> valid(check(entry, source, mended))))
                .chain(valid -> send(Map.of(id, valid)))
                .invoke(sent -> {
                    if (sent == 0) {
                        throw Problem.of(ProfileProblem.ALREADY_REPLAYED, "This event was sent again before.");
                    }
                })
                .chain(sent -> rejected.find(id));
    }

    private ReplayCheck.Outcome check(RejectedEntry entry, Optional<Source> source, @Nullable JsonNode mended) {
        return source.map(known ->
                        new ReplayCheck(entry.rejected(), known.requireUserToken(), clock.instant()).check(mended))
                .orElseGet(() -> new ReplayCheck.Outcome.Invalid("", "Its source is no longer there."));
    }

    private static ReplayCheck.Outcome.Valid valid(ReplayCheck.Outcome outcome) {
        if (outcome instanceof ReplayCheck.Outcome.Invalid invalid) {
            throw Problem.of(
                    ProfileProblem.EVENT_STILL_INVALID,
                    invalid.detail(),
                    List.of(new FieldError("/event" + invalid.pointer(), invalid.detail())));
        }
        return (ReplayCheck.Outcome.Valid) outcome;
    }

    private Uni<Integer> send(Map<UUID, ReplayCheck.Outcome.Valid> events) {
        return pool.withTransaction(transaction -> store.claim(transaction, events.keySet(), clock.instant())
                .call(claimed -> outbox.write(
                        transaction,
                        claimed.stream()
                                .map(events::get)
                                .map(valid -> OutboxRecord.of(Topic.RAW_EVENTS, valid.key(), valid.event()))
                                .toList()))
                .map(Set::size));
    }

    /** Sends those that are valid now, page by page; stops after some thousands with a cursor to go on from. */
    Uni<Replay.Result> all(RejectedFilter filter, @Nullable String cursor) {
        return all(filter, PageRequest.of(PageRequest.MOST, cursor), Replay.Result.NOTHING);
    }

    private Uni<Replay.Result> all(RejectedFilter filter, PageRequest request, Replay.Result soFar) {
        return rejected.open(filter, request)
                .chain(page -> replayPage(page).map(soFar::plus))
                .chain(result -> result.cursor() == null || result.looked() >= MOST_AT_ONCE
                        ? Uni.createFrom().item(result)
                        : all(filter, PageRequest.of(PageRequest.MOST, result.cursor()), result));
    }

    private Uni<Replay.Result> replayPage(Page<RejectedEntry> page) {
        return sources(page.items()).chain(known -> {
            Map<UUID, ReplayCheck.Outcome.Valid> valid = valid(page.items(), known);
            int invalid = page.items().size() - valid.size();
            return valid.isEmpty()
                    ? Uni.createFrom().item(new Replay.Result(0, invalid, page.cursor()))
                    : send(valid).map(sent -> new Replay.Result(sent, invalid, page.cursor()));
        });
    }

    private Map<UUID, ReplayCheck.Outcome.Valid> valid(List<RejectedEntry> entries, Map<String, Source> known) {
        return entries.stream()
                .filter(entry -> outcome(entry, known) instanceof ReplayCheck.Outcome.Valid)
                .collect(Collectors.toMap(
                        entry -> entry.rejected().id(), entry -> (ReplayCheck.Outcome.Valid) outcome(entry, known)));
    }

    private ReplayCheck.Outcome outcome(RejectedEntry entry, Map<String, Source> known) {
        return check(entry, Optional.ofNullable(known.get(entry.rejected().sourceId())), null);
    }

    private Uni<Map<String, Source>> sources(List<RejectedEntry> entries) {
        return sources.findAll(entries.stream()
                        .map(entry -> entry.rejected().sourceId())
                        .collect(Collectors.toSet()))
                .map(found -> found.stream().collect(Collectors.toMap(Source::id, Function.identity())));
    }
}
