package io.rapport.profile.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventResolved;
import io.rapport.events.EventType;
import io.rapport.events.ProfileEvent;
import io.rapport.events.Purpose;
import io.rapport.events.RawEvent;
import io.rapport.platform.outbox.OutboxRecord;
import io.rapport.profile.consent.ConsentLedger;
import io.rapport.profile.consent.ConsentStatement;
import io.rapport.profile.event.StoredEvent;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.IdentifierType;
import io.rapport.profile.identity.IdentityGraph;
import io.rapport.profile.identity.ObservationLog;
import io.rapport.profile.identity.Resolution;
import io.rapport.profile.identity.SeenLink;
import io.rapport.profile.order.OrderEvidence;
import io.rapport.profile.place.Places;
import io.rapport.profile.profile.Interest;
import io.rapport.profile.profile.Merges;
import io.rapport.profile.profile.Profile;
import io.rapport.profile.profile.ProfileMerge;
import io.rapport.profile.sql.TimeOrderedIds;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a batch does, event by event and in memory. Consent comes first: an event of a person who allows no purpose
 * at all leaves nothing but the claim and the person's own word on consent; one without {@code analytics} is announced, and
 * its traits are taken, but it is neither stored nor counted.
 */
final class BatchFold {
    /** Of whom nothing is on record, so that only the defaults hold. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final List<Tracked> fresh;
    private final Map<UUID, Profile> profiles;
    private final IdentityGraph graph;
    private final ConsentLedger ledger;
    private final TraitRules traitRules;
    private final Places places;
    private final ObservationLog log;
    private final Set<Identifier> unowned;
    private final ContestedContacts contested = new ContestedContacts();

    private final Merges merges = new Merges();
    private final Map<SeenLink.Pair, SeenLink> links = new HashMap<>();
    private final List<StoredEvent> events = new ArrayList<>();
    private final List<Interest> interests = new ArrayList<>();
    private final List<OrderEvidence> orders = new ArrayList<>();
    private final List<OutboxRecord> announced = new ArrayList<>();
    private final Set<UUID> forgotten = new HashSet<>();
    private final ChangeLog changes = new ChangeLog();
    private final int erased;
    private int withheld;

    BatchFold(Known known, TraitRules traitRules, Places places) {
        this.fresh = known.fresh();
        this.erased = known.withheld();
        this.profiles = new HashMap<>(known.profiles());
        this.graph = known.graph();
        this.ledger = known.ledger();
        this.log = known.log();
        this.unowned = known.unowned();
        this.traitRules = traitRules;
        this.places = places;
    }

    Outcome fold() {
        fresh.forEach(this::take);
        merges.survivors().forEach((loser, survivor) -> profiles.get(loser).follow(survivor));
        return new Outcome(
                fresh.size() + erased,
                withheld + erased,
                profiles.values(),
                graph.changes(),
                links.values(),
                merges,
                events.stream()
                        .map(event -> event.of(merges.survivor(event.profileId())))
                        .toList(),
                interests(),
                orders.stream()
                        .map(order -> order.by(merges.survivor(order.profileId())))
                        .toList(),
                ledger,
                announced,
                forgotten(),
                changes.of(profiles.values(), merges),
                log,
                unowned,
                untied(),
                contested.of(merges));
    }

    private void take(Tracked event) {
        Resolution resolution =
                log.isNews(event.observation()) ? graph.resolve(event.sighting()) : graph.recall(event.sighting());
        if (resolution.created() ? isWelcome(event, resolution) : isAllowed(event, resolution)) {
            Profile profile = admit(event, resolution);
            if (resolution.created()) {
                say(event, profile);
            }
            Profile home = home(event, profile);
            if (!ledger.allowed(home.id()).isEmpty()) {
                keep(event, home);
                return;
            }
        }
        withheld++;
    }

    /** By the browser rather than by an address that somebody else goes by; so a part that is taken out finds its events. */
    private Profile home(Tracked event, Profile resolved) {
        return Stream.of(IdentifierType.USER_ID, IdentifierType.ANONYMOUS_ID, IdentifierType.DEVICE_ID)
                .flatMap(type -> event.sighting().identifiers().stream().filter(each -> each.type() == type))
                .map(graph::owner)
                .filter(Objects::nonNull)
                .findFirst()
                .map(profiles::get)
                .orElse(resolved);
    }

    /**
     * Somebody new: with consent they are taken in; with a word on consent alone, that word is all that is kept, under each
     * of their identifiers, for the next event may name but one of them.
     */
    private boolean isWelcome(Tracked event, Resolution resolution) {
        Set<Purpose> defaults = ledger.allowed(resolution.profile());
        Set<Purpose> allowed = EnumSet.noneOf(Purpose.class);
        allowed.addAll(defaults);
        event.stated().forEach((purpose, granted) -> {
            if (granted) {
                allowed.add(purpose);
            } else {
                allowed.remove(purpose);
            }
        });
        if (allowed.isEmpty() && !defaults.isEmpty()) {
            say(event, admit(event, resolution));
        }
        return !allowed.isEmpty();
    }

    /** Somebody known: their word is taken first, then it holds for this event too. */
    private boolean isAllowed(Tracked event, Resolution resolution) {
        say(event, profiles.get(resolution.profile()));
        boolean isAllowed = !ledger.allowed(resolution.profile()).isEmpty();
        if (!isAllowed && !event.stated().isEmpty() && isAllowedElsewhere(resolution)) {
            admit(event, resolution);
        }
        return isAllowed;
    }

    /** Whether something would be allowed to an event that names only what this one ties to its person. */
    private boolean isAllowedElsewhere(Resolution resolution) {
        boolean isNewAllowed =
                !ledger.allowed(NOBODY).isEmpty() && !resolution.linked().isEmpty();
        return isNewAllowed
                || resolution.merged().stream()
                        .anyMatch(loser -> !ledger.allowed(loser).isEmpty());
    }

    private Profile admit(Tracked event, Resolution resolution) {
        UUID id = resolution.profile();
        boolean wasUser = graph.isUser(id);
        boolean isNews = log.isNews(event.observation());
        contested.resolving(resolution, graph, log, profiles);
        Profile profile = profiles.computeIfAbsent(id, fresh -> Profile.met(fresh, event.at()));
        if (isNews) {
            log.add(event.observation(), graph.around(event.sighting()), graph.aside(resolution));
        }
        graph.apply(resolution, event.sighting().at());
        for (UUID loser : resolution.merged()) {
            merge(profile, profiles.get(loser), wasUser, event);
        }
        if (!resolution.changesNothing()) {
            forget(profile, !resolution.merged().isEmpty());
        }
        if (isNews) {
            link(event);
        }
        return profile;
    }

    private void link(Tracked event) {
        for (SeenLink link : SeenLink.of(
                event.sighting(), event.raw().messageId(), event.raw().sourceId())) {
            links.merge(link.pair(), link, (a, b) -> SeenLink.BY_TIME.compare(a, b) <= 0 ? a : b);
        }
    }

    private void merge(Profile survivor, Profile loser, boolean wasUser, Tracked event) {
        ProfileMerge.merge(survivor, loser, wasUser, event.at(), event.raw().origin(), ledger, merges)
                .forEach(this::announce);
    }

    /** Of a profile that is new Redis holds nothing yet, unless it took in one that is not. */
    private void forget(Profile profile, boolean merged) {
        if (merged || !profile.isNew()) {
            forgotten.add(profile.id());
        }
    }

    private void say(Tracked event, Profile profile) {
        event.stated().forEach((purpose, granted) -> {
            ConsentStatement said = new ConsentStatement(
                    profile.id(),
                    purpose,
                    granted,
                    event.at(),
                    event.raw().sourceId(),
                    event.raw().origin());
            ledger.say(said).ifPresent(change -> {
                announce(change.announcement(profile.nextSequence()));
                changes.consented(profile, purpose);
                forget(profile, false);
            });
        });
    }

    private void keep(Tracked event, Profile profile) {
        RawEvent raw = event.raw();
        contested.telling(event, profile);
        if (raw.type() == EventType.IDENTIFY && traitRules.take(raw, event.sighting(), graph, profile)) {
            forget(profile, false);
        }
        changes.taken(event, profile);
        JsonNode properties = JsonContent.storable(EventContent.properties(raw));
        UUID id = TimeOrderedIds.next();
        long sequence = profile.nextSequence();
        if (ledger.allowed(profile.id()).contains(Purpose.ANALYTICS)) {
            store(event, profile, id, sequence, properties);
        }
        announce(resolved(raw, profile.id(), id, sequence, properties));
    }

    private void store(Tracked event, Profile profile, UUID id, long sequence, JsonNode properties) {
        RawEvent raw = event.raw();
        profile.seen(event.at());
        JsonNode context = JsonContent.storable(places.located(EventContent.seen(raw)));
        changes.stored(event, profile, properties, context);
        events.add(new StoredEvent(
                id,
                profile.id(),
                sequence,
                raw.type(),
                EventContent.name(raw),
                event.at(),
                raw.receivedAt(),
                raw.sourceId(),
                raw.messageId(),
                value(event, IdentifierType.USER_ID),
                value(event, IdentifierType.ANONYMOUS_ID),
                raw.origin(),
                event.sighting().trust().code(),
                properties.toString(),
                context.toString()));
        if (event.order() != null) {
            orders.add(event.order().by(profile.id()));
        }
        if (event.interest() != null) {
            interests.add(new Interest(profile.id(), event.interest(), 1));
        }
    }

    private static @Nullable String value(Tracked event, IdentifierType type) {
        return event.sighting().identifiers().stream()
                .filter(identifier -> identifier.type() == type)
                .map(Identifier::value)
                .findFirst()
                .orElse(null);
    }

    private static EventResolved resolved(RawEvent raw, UUID profile, UUID id, long sequence, JsonNode properties) {
        return new EventResolved(
                id,
                profile,
                sequence,
                raw.timestamp(),
                raw.origin(),
                raw.type(),
                EventContent.name(raw),
                raw.sourceId(),
                raw.messageId(),
                raw.receivedAt(),
                JsonContent.anonymous(properties),
                SharedContext.of(EventContent.context(raw)));
    }

    private void announce(ProfileEvent event) {
        announced.add(Outcome.announcement(event));
    }

    /** One row per profile and category, for a statement may touch a row only once. */
    private List<Interest> interests() {
        Map<UUID, Map<String, Integer>> counts = new HashMap<>();
        interests.forEach(
                interest -> counts.computeIfAbsent(merges.survivor(interest.profile()), profile -> new HashMap<>())
                        .merge(interest.category(), interest.count(), Integer::sum));
        List<Interest> summed = new ArrayList<>();
        counts.forEach((profile, categories) ->
                categories.forEach((category, count) -> summed.add(new Interest(profile, category, count))));
        return summed;
    }

    private Set<Identifier> untied() {
        return log.news().stream()
                .flatMap(observation -> observation.names().stream())
                .filter(name -> unowned.contains(name) && graph.owner(name) == null)
                .collect(Collectors.toSet());
    }

    private Set<Identifier> forgotten() {
        Set<Identifier> identifiers = new HashSet<>();
        forgotten.forEach(profile -> graph.identifiers(merges.survivor(profile)).stream()
                .filter(identifier ->
                        identifier.type() == IdentifierType.USER_ID || identifier.type() == IdentifierType.ANONYMOUS_ID)
                .forEach(identifiers::add));
        return identifiers;
    }
}
