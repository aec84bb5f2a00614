package io.rapport.profile.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rapport.events.EventsJson;
import io.rapport.events.Origin;
import io.rapport.events.Proof;
import io.rapport.events.RejectedEvent;
import io.rapport.events.SourceType;
import io.rapport.events.rules.testing.EventCase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayCheckTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final UUID ID = new UUID(1, 2);

    private Proof proof = Proof.NONE;
    private @Nullable String provenUserId;
    private boolean requireUserToken;

    private ReplayCheck.Outcome check(String refused, @Nullable String mended) {
        RejectedEvent rejected = new RejectedEvent(
                ID, "web", SourceType.WEB, proof, provenUserId, null, "reason", "Detail.", null, NOON, json(refused));
        try {
            return new ReplayCheck(rejected, requireUserToken, NOON)
                    .check(mended == null ? null : EventsJson.mapper().readTree(json(mended)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(mended, e);
        }
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private ReplayCheck.Outcome.Valid valid(String event) {
        ReplayCheck.Outcome outcome = check(event, null);
        assertThat(outcome).as(event).isInstanceOf(ReplayCheck.Outcome.Valid.class);
        return (ReplayCheck.Outcome.Valid) outcome;
    }

    private String pointer(String event) {
        ReplayCheck.Outcome outcome = check(event, null);
        assertThat(outcome).as(event).isInstanceOf(ReplayCheck.Outcome.Invalid.class);
        return ((ReplayCheck.Outcome.Invalid) outcome).pointer();
    }

    @Test
    void aReplayedEventSaysSoAndKeepsWhatWasProved() {
        // Given
        proof = Proof.USER_TOKEN;
        provenUserId = "42";

        // When
        ReplayCheck.Outcome.Valid valid = valid("{'type':'track','event':'A','userId':'42','messageId':'m'}");

        // Then
        assertThat(valid.event().origin()).isEqualTo(Origin.REPLAY);
        assertThat(valid.event().proof()).isEqualTo(Proof.USER_TOKEN);
        assertThat(valid.event().provenUserId()).isEqualTo("42");
        assertThat(valid.event().messageId()).isEqualTo("m");
        assertThat(valid.event().receivedAt()).isEqualTo(NOON);
        assertThat(valid.key()).isEqualTo("userId:42");
        assertThat(valid("{'type':'page','anonymousId':'a'}").key()).isEqualTo("anonymousId:a");
    }

    @Test
    void anEventWithoutAMessageIdGetsTheSameOneOnEachReplay() {
        assertThat(valid("{'type':'page','userId':'42'}").event().messageId()).isEqualTo("rejected-" + ID);
    }

    @Test
    void theMendedBodyIsWhatCounts() {
        String refused = "{'type':'track','userId':'42'}";
        assertThat(check(refused, null)).isInstanceOf(ReplayCheck.Outcome.Invalid.class);
        assertThat(check(refused, "{'type':'track','userId':'42','event':'A'}"))
                .isInstanceOf(ReplayCheck.Outcome.Valid.class);
    }

    @Test
    void whatIsStillWrongIsPointedAt() {
        assertThat(pointer("{'type':'track','userId':")).isEmpty();
        assertThat(pointer("{'type':'page','userId':'1','properties':{'n':1E-999999999999}}"))
                .isEmpty();
        assertThat(pointer("[]")).isEmpty();
        assertThat(pointer("{'userId':'1'}")).isEqualTo("/type");
        assertThat(pointer("{'type':'sale','userId':'1'}")).isEqualTo("/type");
        assertThat(pointer("{'type':'track','userId':'1'}")).isEqualTo("/event");
        assertThat(pointer("{'type':'track','event':'A'}")).isEqualTo("/userId");
        assertThat(pointer("{'type':'group','userId':'1'}")).isEqualTo("/groupId");
        assertThat(pointer("{'type':'alias','userId':'1'}")).isEqualTo("/previousId");
        assertThat(pointer("{'type':'alias','anonymousId':'1','previousId':'2'}"))
                .isEqualTo("/userId");
        assertThat(pointer("{'type':'page','userId':'" + "x".repeat(513) + "'}"))
                .isEqualTo("/userId");
        assertThat(pointer("{'type':'page','userId':'1','timestamp':'yesterday'}"))
                .isEqualTo("/timestamp");
        assertThat(pointer("{'type':'page','userId':'1','timestamp':'2027-11-22T12:00:01Z'}"))
                .isEqualTo("/timestamp");
        assertThat(pointer("{'type':'page','userId':'1','name':'a\\u0000'}")).isEqualTo("/name");
        assertThat(pointer("{'type':'page','userId':'1','name':'" + "x".repeat(33_000) + "'}"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.rapport.events.rules.testing.EventCases#all")
    void whatTheGatewayWouldTakeMayGoAndNothingElse(EventCase event) {
        if (event.taken()) {
            valid(event.json());
        } else {
            assertThat(pointer(event.json())).isEqualTo(event.pointer() == null ? "" : event.pointer());
        }
    }

    @Test
    void anEscapedBackslashBeforeU0000IsNoNul() {
        valid("{'type':'page','userId':'1','name':'C:\\\\u0000'}");
    }

    @Test
    void aSourceThatRequiresUserTokensStillDoes() {
        requireUserToken = true;
        assertThat(pointer("{'type':'page','userId':'42'}")).isEqualTo("/userId");
        valid("{'type':'page','anonymousId':'a'}");
        proof = Proof.USER_TOKEN;
        provenUserId = "43";
        assertThat(pointer("{'type':'page','userId':'42'}")).isEqualTo("/userId");
        provenUserId = "42";
        valid("{'type':'page','userId':'42'}");
        proof = Proof.SERVER_KEY;
        provenUserId = null;
        valid("{'type':'page','userId':'42'}");
    }

    @Test
    void theSendersClockIsCorrected() {
        String sent = "'sentAt':'2026-11-22T10:00:10Z'";
        Instant tenSecondsBefore = NOON.minusSeconds(10);
        for (String timestamp : List.of(
                "2026-11-22T10:00:00Z",
                "2026-11-22T11:00:00+01:00",
                "2026-11-22T10:00:00",
                "2026-11-22T10:00:00.000Z")) {
            assertThat(valid("{'type':'page','userId':'1','timestamp':'" + timestamp + "'," + sent + "}")
                            .event()
                            .timestamp())
                    .as(timestamp)
                    .isEqualTo(tenSecondsBefore);
        }
        assertThat(valid("{'type':'page','userId':'1','timestamp':'2026-11-20'}")
                        .event()
                        .timestamp())
                .isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(valid("{'type':'page','userId':'1'}").event().timestamp()).isEqualTo(NOON);
    }
}
