package io.rapport.profile.intake;

import static io.rapport.profile.intake.SentEvent.NOON;
import static io.rapport.profile.intake.SentEvent.identify;
import static io.rapport.profile.intake.SentEvent.track;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rapport.events.DeviceType;
import io.rapport.events.OsFamily;
import io.rapport.events.Purpose;
import io.rapport.profile.consent.Ledgers;
import io.rapport.profile.event.StoredEvent;
import io.rapport.profile.identity.BlockedValues;
import io.rapport.profile.identity.IdentityGraph;
import io.rapport.profile.identity.IdentityRules;
import io.rapport.profile.identity.ObservationLog;
import io.rapport.profile.place.Places;
import io.rapport.profile.sql.TimeOrderedIds;
import io.rapport.profile.trait.TraitSources;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where, unlike in the tests of the service, everything is allowed until somebody says no. */
class BatchFoldTest {
    private static final String NOTHING =
            "{'analytics':false,'personalization':false,'marketing':false,'advertising':false}";
    private static final Instant NOW = NOON.plusSeconds(3600);
    private static final Set<Purpose> ALL = EnumSet.allOf(Purpose.class);

    private static Outcome fold(Set<Purpose> defaults, SentEvent... events) {
        Batch batch = Batch.of(Stream.of(events).map(SentEvent::record).toList(), BlockedValues.none());
        List<Tracked> fresh = new ArrayList<>(batch.tracked().values());
        IdentityGraph graph = new IdentityGraph(IdentityRules.defaults(), TimeOrderedIds::next);
        Known known =
                new Known(fresh, 0, Map.of(), graph, Ledgers.silent(defaults, NOW), ObservationLog.empty(), Set.of());
        return new BatchFold(
                        known,
                        new TraitRules(new SimpleMeterRegistry(), TraitSources.EQUAL, InstantSource.fixed(NOW)),
                        Places.unknown())
                .fold();
    }

    private static List<String> stored(Outcome outcome) {
        return outcome.events().stream().map(StoredEvent::name).toList();
    }

    @Test
    void aNoOfSomebodyNewHoldsForEveryIdentifierOfTheirEvent() {
        Outcome outcome = fold(
                ALL,
                track("A").user("anna").anonymous("phone").consent(NOTHING),
                track("B").anonymous("phone").at(NOON.plusSeconds(1)).noConsent(),
                track("C").user("anna").at(NOON.plusSeconds(2)).noConsent());

        assertThat(stored(outcome)).isEmpty();
        assertThat(outcome.withheld()).isEqualTo(3);
    }

    @Test
    void aNoOfSomebodyKnownHoldsForTheBrowserThatTheySayItIn() {
        Outcome outcome = fold(
                ALL,
                track("A").user("anna").noConsent(),
                track("B")
                        .user("anna")
                        .anonymous("laptop")
                        .at(NOON.plusSeconds(1))
                        .consent(NOTHING),
                track("C").anonymous("laptop").at(NOON.plusSeconds(2)).noConsent());

        assertThat(stored(outcome)).containsExactly("A");
    }

    @Test
    void aNoHoldsForTheVisitorWhoTurnsOutToBeTheSamePerson() {
        Outcome outcome = fold(
                Set.of(),
                track("A").user("anna"),
                track("B").anonymous("laptop"),
                track("C")
                        .user("anna")
                        .anonymous("laptop")
                        .at(NOON.plusSeconds(1))
                        .consent(NOTHING),
                track("D").anonymous("laptop").at(NOON.plusSeconds(2)).noConsent());

        assertThat(stored(outcome)).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void whatTheGatewayTookTheUserAgentToBeIsKeptWithTheEvent() {
        Outcome outcome = fold(
                ALL,
                track("A").user("anna").context("os", "{'version':'17'}").device(DeviceType.TABLET, OsFamily.IOS),
                track("B").user("anna").at(NOON.plusSeconds(1)));

        assertThat(outcome.events().get(0).context())
                .contains("\"version\":\"17\"")
                .contains("\"userAgentDevice\":{\"type\":\"tablet\",\"os\":\"iOS\"}");
        assertThat(outcome.events().get(1).context()).doesNotContain("userAgentDevice");
    }

    @Test
    void aTraitFromTheFutureDoesNotOutlastALaterOne() {
        Outcome outcome = fold(
                ALL,
                identify("{'plan':'gold'}")
                        .user("anna")
                        .at(NOW.plusSeconds(1_000_000))
                        .id("a"),
                identify("{'plan':'basic'}")
                        .user("anna")
                        .at(NOW.plusSeconds(10))
                        .id("z"));

        assertThat(outcome.profiles())
                .singleElement()
                .satisfies(profile -> assertThat(profile.traits().valuesJson()).isEqualTo("{\"plan\":\"basic\"}"));
    }
}
