package io.rapport.profile.condition.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    private static Span span(String iso) {
        return Span.parse(iso).orElseThrow();
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "P1DT",
                "P0D",
                "PT0S",
                "P-1D",
                "-P1D",
                "+P1D",
                "p1d",
                "1D",
                "P1.5D",
                "P1H",
                "PT1D",
                "P1M2Y",
                "P101Y",
                "PT9999999999S",
                "P99999D",
                "P1D ",
                "P1Y "
            })
    void refusesWhatIsNoSpan(String text) {
        assertThat(Span.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "P30D,P30D",
        "P2W,P14D",
        "PT48H,P2D",
        "P1Y2M3DT4H5M6.5S,P14M3DT4H5M6.5S",
        "PT90M,PT1H30M",
        "P100Y,P1200M"
    })
    void isWrittenInOneWay(String text, String canonical) {
        assertThat(span(text)).hasToString(canonical);
        assertThat(Span.parse(canonical)).contains(span(text));
    }

    @Test
    void monthsAreThoseOfTheCalendar() {
        assertThat(span("P1M").before(at("2026-03-31T10:00:00Z"))).isEqualTo(at("2026-02-28T10:00:00Z"));
        assertThat(span("P1Y").before(at("2028-02-29T10:00:00Z"))).isEqualTo(at("2027-02-28T10:00:00Z"));
        assertThat(span("P1M").after(at("2026-01-31T10:00:00Z"))).isEqualTo(at("2026-02-28T10:00:00Z"));
    }

    @Test
    void anEventOfTheLastOfFebruaryComesAndGoesOverTheEndOfMarch() {
        Window month = new Window.Within(span("P1M"));
        Instant event = at("2026-02-28T11:00:00Z");

        Instant now = event;
        for (String flip : new String[] {
            "2026-03-28T11:00:00Z",
            "2026-03-29T00:00:00Z",
            "2026-03-29T11:00:00Z",
            "2026-03-30T00:00:00Z",
            "2026-03-30T11:00:00Z",
            "2026-03-31T00:00:00Z",
            "2026-03-31T11:00:00Z"
        }) {
            now = month.nextFlip(event, now);
            assertThat(now).isEqualTo(at(flip));
        }
        assertThat(month.nextFlip(event, now)).isNull();
        assertThat(month.mayContain(event, at("2026-03-30T23:00:00Z"))).isTrue();
        assertThat(month.mayContain(event, at("2026-03-31T11:00:00Z"))).isFalse();
    }

    @Test
    void flipsAndFloorsAgreeWithTheDefinitionAtRandomMoments() {
        for (long seed = 1; seed <= 500; seed++) {
            Random random = new Random(seed);
            Span span = new Span(random.nextInt(15), Duration.ofHours(1 + random.nextInt(90)));
            Window window = new Window.Within(span);
            Instant event = at("2027-01-01T00:00:00Z").plusSeconds(3_600L * random.nextInt(24 * 800));
            Instant now = event.plusSeconds(1_800L * (random.nextInt(48 * 500) - 2_000));
            String what = "seed " + seed;
            Instant flip = window.nextFlip(event, now);
            boolean before = contains(span, event, now);
            for (Instant later = now; later.isBefore(now.plus(Duration.ofDays(45))); later = later.plusSeconds(1_800)) {
                boolean isSame = flip == null || later.isBefore(flip);
                if (isSame) {
                    assertThat(contains(span, event, later)).as(what).isEqualTo(before);
                }
                assertThat(span.before(later)).as(what).isAfterOrEqualTo(span.floor(now));
            }
            if (flip != null) {
                assertThat(contains(span, event, flip)).as(what).isNotEqualTo(before);
            }
            assertThat(window.contains(event, now)).as(what).isEqualTo(before);
        }
    }

    private static boolean contains(Span span, Instant event, Instant now) {
        Instant start = now.atOffset(ZoneOffset.UTC)
                .minusMonths(span.months())
                .minus(span.fixed())
                .toInstant();
        return start.isBefore(event) && !event.isAfter(now);
    }
}
