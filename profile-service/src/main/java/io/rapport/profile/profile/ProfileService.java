package io.rapport.profile.profile;

import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.computed.store.LearntIntervals;
import io.rapport.profile.directory.ProfileDirectory;
import io.rapport.profile.event.EventFilter;
import io.rapport.profile.event.EventStore;
import io.rapport.profile.event.EventView;
import io.rapport.profile.identity.Tie;
import io.rapport.profile.membership.MemberStore;
import io.rapport.profile.paging.Position;
import io.rapport.profile.profile.ProfileQueries.Found;
import io.rapport.profile.profile.ProfileView.ComputedView;
import io.rapport.profile.profile.ProfileView.IdentityView;
import io.rapport.profile.trait.TraitSources;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Looks profiles up; an id that was merged answers with its survivor. */
@ApplicationScoped
class ProfileService {
    private static final UUID LAST = new UUID(-1, -1);

    private final Pool pool;
    private final ProfileDirectory directory;
    private final ProfileQueries queries;
    private final EventStore events;
    private final MemberStore members;
    private final TraitSources sources;
    private final LearntIntervals intervals;
    private final InstantSource clock;
    private final String currency;

    ProfileService(
            Pool pool,
            ProfileDirectory directory,
            ProfileQueries queries,
            EventStore events,
            MemberStore members,
            TraitSources sources,
            LearntIntervals intervals,
            InstantSource clock,
            PlatformConfig config) {
        this.pool = pool;
        this.directory = directory;
        this.queries = queries;
        this.events = events;
        this.members = members;
        this.sources = sources;
        this.intervals = intervals;
        this.clock = clock;
        this.currency = config.currency();
    }

    /** The profile that the id stands for; a 404 if it stands for none. */
    Uni<UUID> require(UUID id) {
        return directory
                .canonical(pool, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("profile", id.toString())));
    }

    Uni<ProfileView> get(UUID id, Sight sight) {
        return require(id)
                .chain(canonical -> find(List.of(canonical), sight))
                .map(found -> found.stream().findFirst().orElseThrow(() -> Problem.notFound("profile", id.toString())));
    }

    Uni<Page<IdentityView>> identities(UUID id, PageRequest request, Sight sight) {
        return require(id)
                .chain(canonical -> queries.find(pool, List.of(canonical)))
                .map(found -> found.stream()
                        .findFirst()
                        .map(each -> IdentityPages.of(each.ties(), request).map(tie -> identity(tie, sight)))
                        .orElseThrow(() -> Problem.notFound("profile", id.toString())));
    }

    /** Those profiles of these that there are. */
    Uni<List<ProfileView>> find(List<UUID> ids, Sight sight) {
        return queries.find(pool, ids)
                .chain(found -> kept(found)
                        .map(kept -> found.stream()
                                .map(each -> view(each, kept, sight))
                                .toList()));
    }

    /** The segments that a profile is in, by id; a 404 if there is no such profile. */
    Uni<List<String>> segments(UUID id) {
        return require(id)
                .chain(canonical -> members.segments(pool, List.of(canonical))
                        .map(segments -> segments.getOrDefault(canonical, List.of())));
    }

    /** The segments and scores of profiles. */
    private record Kept(Map<UUID, List<String>> segments, Map<UUID, SortedMap<String, BigDecimal>> scores) {
        static final Kept NOTHING = new Kept(Map.of(), Map.of());
    }

    private Uni<Kept> kept(List<Found> found) {
        List<UUID> ids = found.stream().map(Found::id).toList();
        return ids.isEmpty()
                ? Uni.createFrom().item(Kept.NOTHING)
                : Uni.combine()
                        .all()
                        .unis(members.segments(pool, ids), members.scores(pool, ids))
                        .with(Kept::new);
    }

    Uni<Page<ProfileView>> page(ProfileFilter filter, PageRequest request, Sight sight) {
        UUID before = request.after() == null ? LAST : Position.idAfter(request);
        return queries.page(pool, before, filter, request.limit())
                .chain(found -> kept(found)
                        .map(kept -> Page.of(found, request, each -> each.id().toString())
                                .map(each -> view(each, kept, sight))));
    }

    Uni<Page<EventView>> events(UUID id, EventFilter filter, PageRequest request, Sight sight) {
        return require(id)
                .chain(profile -> events.page(pool, profile, Position.after(request), filter, request.limit()))
                .map(found -> Page.of(found, request, event -> new Position(event.timestamp(), event.id()).text())
                        .map(sight::event));
    }

    private ProfileView view(Found found, Kept kept, Sight sight) {
        return new ProfileView(
                found.id(),
                found.ties().stream()
                        .sorted(Comparator.comparing(Tie::identifier))
                        .map(tie -> identity(tie, sight))
                        .toList(),
                sight.traits(found.traits()),
                computed(found, kept.scores().getOrDefault(found.id(), new TreeMap<>())),
                kept.segments().getOrDefault(found.id(), List.of()),
                sources.withParties(found.provenance()));
    }

    UnmergeView view(Unmerged unmerged, boolean dryRun, Sight sight) {
        return new UnmergeView(
                dryRun,
                part(unmerged.remaining(), false, unmerged, sight),
                part(unmerged.separated(), dryRun && unmerged.isNew(), unmerged, sight),
                unmerged.formerIds(),
                unmerged.changedTraits());
    }

    private UnmergeView.Part part(Found found, boolean isToBe, Unmerged unmerged, Sight sight) {
        ProfileView view = view(found, Kept.NOTHING, sight);
        return new UnmergeView.Part(
                isToBe ? null : found.id(),
                view.identities(),
                unmerged.events().getOrDefault(found.id(), 0L),
                found.orderCount(),
                view.traits());
    }

    private static IdentityView identity(Tie tie, Sight sight) {
        String type = tie.identifier().type().wire();
        return new IdentityView(
                type,
                sight.identity(type, tie.identifier().value()),
                tie.link().since(),
                tie.link().alias());
    }

    private ComputedView computed(Found found, SortedMap<String, BigDecimal> scores) {
        Instant now = clock.instant();
        return new ComputedView(
                found.orderCount(),
                Sums.of(found.revenue(), currency),
                Sums.average(found.revenue(), found.standingCount(), currency),
                Sums.of(found.otherRevenue()),
                found.firstSeenAt().isAfter(now) ? now : found.firstSeenAt(),
                found.lastSeenAt().isAfter(now) ? now : found.lastSeenAt(),
                found.firstOrderAt(),
                found.lastOrderAt(),
                found.favourites(),
                scores,
                found.value(),
                found.behaviour().facts(now, currency, intervals.present()));
    }
}
