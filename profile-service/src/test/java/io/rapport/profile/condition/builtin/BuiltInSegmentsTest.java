package io.rapport.profile.condition.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.profile.condition.Condition;
import io.rapport.profile.condition.EventBased;
import io.rapport.profile.condition.Json;
import io.rapport.profile.condition.LeafId;
import io.rapport.profile.condition.ProfileSubject;
import io.rapport.profile.condition.SeenEvent;
import io.rapport.profile.condition.Truth;
import io.rapport.profile.condition.read.ConditionReader;
import io.rapport.profile.condition.state.LeafState;
import io.rapport.profile.condition.touch.TouchIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BuiltInSegmentsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    private final List<BuiltInSegment> segments = BuiltInSegments.load();

    /** The ids of the segments that a person is in. */
    private Set<String> of(String traits, String computed, Instant now, SeenEvent... events) {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        segments.forEach(segment -> conditions.put(segment.id(), segment.condition()));
        Map<LeafId, LeafState> states = new HashMap<>();
        for (EventBased leaf : new TouchIndex(conditions).leaves()) {
            states.put(leaf.id(), leaf.recompute(List.of(events), now));
        }
        Map<String, Truth> truths = new HashMap<>();
        conditions.forEach((id, condition) -> truths.put(
                id,
                condition.evaluate(
                        new ProfileSubject(Json.of(traits), Json.of(computed), states, truths, Set.of()), now)));
        Set<String> holding = new TreeSet<>();
        truths.forEach((id, truth) -> {
            if (truth.holds()) {
                holding.add(id);
            }
        });
        return holding;
    }

    private static SeenEvent event(String name, Duration ago, String properties) {
        return new SeenEvent(name, NOW.minus(ago), Json.of(properties), Json.of("{}"));
    }

    private static SeenEvent[] times(int count, String name, String properties) {
        List<SeenEvent> events = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            events.add(event(name, Duration.ofDays(i), properties));
        }
        return events.toArray(SeenEvent[]::new);
    }

    @Test
    void areSoundAndReferOnlyToThoseBefore() {
        Set<String> known = new HashSet<>();
        for (BuiltInSegment segment : segments) {
            assertThat(segment.id()).matches("[a-z0-9-]+");
            assertThat(segment.name()).isNotBlank();
            assertThat(segment.description()).endsWith(".");
            assertThat(known)
                    .containsAll(
                            ConditionReader.read(segment.json(), "").segments().keySet());
            assertThat(known.add(segment.id())).isTrue();
        }
        assertThat(known)
                .contains("frequent-buyers", "one-time-shoppers", "cart-abandoners", "window-shoppers")
                .contains("highly-engaged", "occasional", "inactive", "rfm-champions", "rfm-at-risk", "rfm-lost")
                .contains("price-sensitive", "birthday-this-week", "age-25-34", "gender-other", "income-high")
                .contains("occupation-student", "interest-home", "values-quality", "lifestyle-family");
    }

    @Test
    void knowBuyersByTheirOrders() {
        assertThat(of("{}", "{'orderCount':3}", NOW, times(3, "Order Completed", "{'discount':'2.50'}")))
                .containsExactly("frequent-buyers", "price-sensitive");
        assertThat(of("{}", "{'orderCount':1}", NOW, times(1, "Order Completed", "{}")))
                .containsExactly("one-time-shoppers");
        assertThat(of("{}", "{}", NOW, times(6, "Product Viewed", "{}"))).containsExactly("window-shoppers");
        assertThat(of("{}", "{}", NOW, event("Product Added", Duration.ofHours(2), "{}")))
                .containsExactly("cart-abandoners");
        assertThat(of(
                        "{}",
                        "{}",
                        NOW,
                        event("Product Added", Duration.ofHours(2), "{}"),
                        event("Order Completed", Duration.ofMinutes(5), "{}")))
                .isEmpty();
    }

    @Test
    void knowPeopleByWhatTheyTold() {
        String told = "{'birthday':'1990-03-16','gender':'female','address':{'country':'NL'},'income':'52000',"
                + "'occupation':'student','interests':['garden'],'values':['craft'],'lifestyle':['urban']}";

        assertThat(of(told, "{}", NOW))
                .containsExactly(
                        "age-35-44",
                        "birthday-this-week",
                        "gender-female",
                        "income-middle",
                        "interest-home",
                        "lifestyle-urban",
                        "location-european-union",
                        "occupation-student",
                        "values-quality");
        assertThat(of("{'age':70,'gender':'x','address':{'country':'JP'}}", "{}", NOW))
                .containsExactly("age-65-plus", "gender-other", "location-elsewhere");
    }

    @Test
    void knowPeopleByWhatIsComputed() {
        String champion = "{'rfm':{'recency':5,'frequency':4,'monetary':5},'lastSeenAt':'2026-03-09T12:00:00Z',"
                + "'favouriteCategories':[{'category':'Home > Lamps','count':4},{'category':'Sports','count':1}]}";

        assertThat(of("{}", champion, NOW)).containsExactly("interest-home", "occasional", "rfm-champions");
        assertThat(of("{}", champion, NOW, times(20, "Product Viewed", "{}")))
                .containsExactly("highly-engaged", "interest-home", "rfm-champions", "window-shoppers");
        assertThat(of("{}", champion, NOW.plus(Duration.ofDays(100))))
                .containsExactly("inactive", "interest-home", "rfm-champions");
        assertThat(of("{}", "{'rfm':{'recency':1,'frequency':5,'monetary':4}}", NOW))
                .containsExactly("rfm-at-risk");
        assertThat(of("{}", "{'rfm':{'recency':1,'frequency':1,'monetary':4}}", NOW))
                .containsExactly("rfm-lost");
    }
}
