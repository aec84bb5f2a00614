package io.rapport.profile.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.profile.identity.RandomSightings.Sent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same events in any order of arrival and in any batches end in the same people. */
class ResolverTest {
    private static final int HISTORIES = 2_500;
    private static final int ORDERS = 4;
    /** Small enough that histories of twenty events meet them. */
    private static final IdentityRules RULES = rules();

    private static IdentityRules rules() {
        Map<IdentifierType, TypeRule> types =
                new EnumMap<>(IdentityRules.defaults().types());
        types.put(IdentifierType.EMAIL, new TypeRule(2, 2, null));
        types.put(IdentifierType.DEVICE_ID, new TypeRule(4, 2, Duration.ofDays(7)));
        types.put(IdentifierType.ANONYMOUS_ID, new TypeRule(5, 2, Duration.ofDays(7)));
        return new IdentityRules(types, BlockedValues.none());
    }

    private record Outcome(Set<Set<Identifier>> parts, Map<Identifier, Link> links) {}

    /** A history and what an operator said of it. */
    private record Story(List<Sent> events, List<Set<Identifier>> apart, List<MustLink> together) {
        CannotLinks cannotLinks() {
            CannotLinks links = new CannotLinks();
            apart.forEach(pair ->
                    links.add(List.copyOf(pair).get(0), List.copyOf(pair).get(1)));
            return links;
        }

        Story without(int event) {
            List<Sent> rest = new ArrayList<>(events);
            rest.remove(event);
            return new Story(rest, apart, together);
        }
    }

    @Test
    void theOrderOfArrivalNeverDecidesWhoIsWho() {
        long seed = System.nanoTime();
        System.out.println("ResolverTest seed " + seed);
        int late = 0;
        for (int i = 0; i < HISTORIES; i++) {
            long own = seed + i;
            Story story = story(new Random(own));
            if (differs(story, own)) {
                Story small = smallest(story, own);
                throw new AssertionError("seed " + own + ": " + describe(small, own));
            }
            late += arrive(story, new Random(own)).resolvedAgain();
        }
        assertThat(late).as("histories that had to be resolved again").isPositive();
    }

    @Test
    void theResolverKeepsTheRulesAsTheyAreToldPlainly() {
        long seed = System.nanoTime();
        System.out.println("ResolverTest seed " + seed);
        for (int i = 0; i < HISTORIES; i++) {
            Story story = story(new Random(seed + i));
            List<Observation> first = observations(story);
            NaiveIdentity naive = new NaiveIdentity(RULES, story.apart());
            first.stream().sorted(Evidence.BY_TIME).forEach(each -> naive.see(each.sighting()));
            Partition partition = new Resolver(RULES).resolve(first, story.cannotLinks());
            assertThat(parts(partition)).as("seed %d: %s", seed + i, story).isEqualTo(naive.parts());
        }
    }

    @Test
    void whatArrivesInOrderIsNeverResolvedAgain() {
        long seed = System.nanoTime();
        System.out.println("ResolverTest seed " + seed);
        for (int i = 0; i < HISTORIES; i++) {
            Story story = story(new Random(seed + i));
            KnownWorld world = new KnownWorld(RULES, story.cannotLinks());
            inOrder(story).forEach(sent -> world.take(List.of(sent)));
            assertThat(world.resolvedAgain()).as("seed %d", seed + i).isZero();
            assertThat(world.links())
                    .as("seed %d", seed + i)
                    .isEqualTo(links(new Resolver(RULES).resolve(observations(story), story.cannotLinks())));
        }
    }

    @Test
    void whoLostAnAddressSinceIsJudgedAsTheyWereBefore() {
        // Given an address that the user has until somebody else proves that it is theirs
        Sent claimed = sent(1, Trust.PUBLIC, user("anna"), email("a"));
        Sent other = sent(3, Trust.PUBLIC, user("anna"), email("b"));
        Sent proved = sent(9, Trust.SERVER, user("ben"), email("a"));
        KnownWorld inOrder = new KnownWorld(RULES, new CannotLinks());
        List.of(claimed, other, proved).forEach(each -> inOrder.take(List.of(each)));

        // When another address comes late, which they could not have had beside the first
        KnownWorld late = new KnownWorld(RULES, new CannotLinks());
        List.of(claimed, proved, other).forEach(each -> late.take(List.of(each)));

        // Then
        assertThat(late.links()).doesNotContainKey(email("b")).isEqualTo(inOrder.links());
    }

    private static Identifier user(String value) {
        return new Identifier(IdentifierType.USER_ID, value);
    }

    private static Identifier email(String value) {
        return new Identifier(IdentifierType.EMAIL, value);
    }

    private static Sent sent(int hour, Trust trust, Identifier... named) {
        return new Sent(
                new Sighting(List.of(named), null, trust, RandomSightings.NOON.plus(Duration.ofHours(hour))),
                "m" + hour);
    }

    @Test
    void whatIsKeptDoesNotGrowWithRepetition() {
        KnownWorld world = new KnownWorld(RULES, new CannotLinks());
        Identifier anna = new Identifier(IdentifierType.USER_ID, "anna");
        for (int i = 0; i < 1_000; i++) {
            Sighting again =
                    new Sighting(List.of(anna), null, Trust.USER, RandomSightings.NOON.plus(Duration.ofMinutes(i)));
            world.take(List.of(new Sent(again, "m" + i)));
        }
        assertThat(world.evidence()).hasSize(1);
    }

    private static Story story(Random random) {
        RandomSightings people = new RandomSightings(random);
        List<Sent> events = people.history();
        List<Set<Identifier>> apart = new ArrayList<>();
        List<MustLink> together = new ArrayList<>();
        while (random.nextInt(4) == 0) {
            Set<Identifier> pair = Set.copyOf(List.of(people.any(), people.any()));
            if (pair.size() == 2) {
                apart.add(pair);
            }
        }
        while (random.nextInt(6) == 0) {
            Identifier one = people.any();
            Identifier other = people.any();
            if (!one.equals(other)) {
                Moment at = new Moment(RandomSightings.NOON.plus(Duration.ofHours(random.nextInt(240))), "operator");
                together.add(new MustLink(new UUID(0, random.nextLong()), one, other, Trust.SERVER, at));
            }
        }
        return new Story(events, apart, together);
    }

    private static List<Sent> inOrder(Story story) {
        return story.events().stream()
                .sorted(Comparator.comparing(
                        sent -> Observation.of(sent.sighting(), sent.messageId()), Evidence.BY_TIME))
                .toList();
    }

    private static List<Observation> observations(Story story) {
        Map<UUID, Observation> first = new HashMap<>();
        inOrder(story).forEach(sent -> {
            Observation seen = Observation.of(sent.sighting(), sent.messageId());
            first.putIfAbsent(seen.id(), seen);
        });
        return List.copyOf(first.values());
    }

    private static Outcome expected(Story story) {
        List<Evidence> all = new ArrayList<>(observations(story));
        all.addAll(story.together());
        Partition partition = new Resolver(RULES).resolve(all, story.cannotLinks());
        return new Outcome(parts(partition), links(partition));
    }

    private static Set<Set<Identifier>> parts(Partition partition) {
        Set<Set<Identifier>> parts = new HashSet<>();
        partition.parts().forEach(part -> parts.add(Set.copyOf(part.keySet())));
        return parts;
    }

    private static Map<Identifier, Link> links(Partition partition) {
        Map<Identifier, Link> links = new HashMap<>();
        partition.parts().forEach(links::putAll);
        return links;
    }

    private static KnownWorld arrive(Story story, Random random) {
        KnownWorld world = new KnownWorld(RULES, story.cannotLinks());
        List<Object> arrival = new ArrayList<>(story.events());
        arrival.addAll(story.together());
        Collections.shuffle(arrival, random);
        List<Sent> batch = new ArrayList<>();
        for (Object each : arrival) {
            if (each instanceof MustLink link) {
                world.take(batch);
                batch.clear();
                world.take(link);
            } else {
                batch.add((Sent) each);
                if (random.nextInt(3) == 0) {
                    world.take(batch);
                    batch.clear();
                }
            }
        }
        world.take(batch);
        return world;
    }

    private static boolean differs(Story story, long seed) {
        Outcome expected = expected(story);
        Random random = new Random(seed);
        for (int order = 0; order < ORDERS; order++) {
            KnownWorld world = arrive(story, random);
            if (!new Outcome(world.parts(), world.links()).equals(expected)) {
                return true;
            }
        }
        return false;
    }

    /** Leaves out what the difference does not hang on, so that a person can read it. */
    private static Story smallest(Story story, long seed) {
        Story small = story;
        for (int i = 0; i < small.events().size(); ) {
            Story less = small.without(i);
            if (differs(less, seed)) {
                small = less;
                i = 0;
            } else {
                i++;
            }
        }
        return small;
    }

    private static String describe(Story story, long seed) {
        StringBuilder text = new StringBuilder();
        inOrder(story).forEach(sent -> text.append("\n  ").append(sent));
        text.append("\n  apart ").append(values(story.apart()));
        story.together()
                .forEach(link -> text.append("\n  together ")
                        .append(link.kept().value())
                        .append(' ')
                        .append(link.joined().value()));
        text.append("\nin order of time: ").append(values(expected(story).parts()));
        Random random = new Random(seed);
        for (int order = 0; order < ORDERS; order++) {
            text.append("\nas it arrived:    ")
                    .append(values(arrive(story, random).parts()));
        }
        return text.toString();
    }

    private static List<List<String>> values(Iterable<Set<Identifier>> sets) {
        List<List<String>> all = new ArrayList<>();
        sets.forEach(set -> all.add(set.stream().map(Identifier::value).sorted().toList()));
        all.sort(Comparator.comparing(Object::toString));
        return all;
    }
}
