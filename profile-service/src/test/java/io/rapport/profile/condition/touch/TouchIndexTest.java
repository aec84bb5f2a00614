package io.rapport.profile.condition.touch;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.Purpose;
import io.rapport.profile.condition.Condition;
import io.rapport.profile.condition.Json;
import io.rapport.profile.condition.SeenEvent;
import io.rapport.profile.condition.value.TraitPath;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TouchIndexTest {
    private static SeenEvent event(String name, String properties) {
        return new SeenEvent(name, Instant.EPOCH, Json.of(properties), Json.of("{}"));
    }

    private static TouchIndex index(String... segments) {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        for (int i = 0; i < segments.length; i += 2) {
            conditions.put(segments[i], Json.condition(segments[i + 1]));
        }
        return new TouchIndex(conditions);
    }

    private static TraitPath path(String text) {
        return TraitPath.parse(text).orElseThrow();
    }

    @Test
    void anEventMeetsWhatItCanTouchAndNoMore() {
        Map<String, Condition> segments = new LinkedHashMap<>();
        for (int i = 0; i < 1_000; i++) {
            String where = switch (i % 4) {
                case 0 -> "{'trait':'properties.category','op':'eq','value':'Category " + i + "'}";
                case 1 ->
                    "{'all':[{'trait':'properties.price','op':'gt','value':" + i + "},"
                            + "{'trait':'properties.brand','op':'in','value':['Brand " + i + "','Own']}]}";
                case 2 -> "{'trait':'context.campaign','op':'eq','value':'c" + i + "'}";
                default -> "{'trait':'properties.price','op':'gt','value':" + i + "}";
            };
            String name = i % 4 == 3 ? "Event " + i % 100 : "Product Viewed";
            segments.put(
                    "s" + i,
                    Json.condition("{'all':[{'event':'" + name + "','where':" + where
                            + ",'count':{'gte':3},'within':'P30D'},{'event':'Order Completed','count':{'gte':" + i % 7
                            + "}}]}"));
        }
        TouchIndex index = new TouchIndex(segments);

        Touch viewed = index.byEvent(event("Product Viewed", "{'category':'Category 8','brand':'Brand 5','price':9}"));
        Touch named = index.byEvent(event("Event 3", "{}"));
        Touch ordered = index.byEvent(event("Order Completed", "{}"));

        assertThat(index.leaves()).hasSize(1_007);
        assertThat(viewed.leaves()).hasSize(2);
        assertThat(viewed.segments()).containsExactly("s5", "s8");
        assertThat(named.leaves()).hasSize(10);
        assertThat(ordered.leaves()).as("shared by all segments").hasSize(7);
        assertThat(index.byEvent(event("Nothing", "{}"))).isEqualTo(Touch.NOTHING);
    }

    @Test
    void aTextThatANumberMayEqualFiltersNothing() {
        TouchIndex index = index(
                "text", "{'event':'A','where':{'trait':'properties.size','op':'eq','value':'42'}}",
                "other", "{'event':'A','where':{'trait':'properties.size','op':'eq','value':'large'}}");

        assertThat(index.byEvent(event("A", "{'size':42}")).segments()).containsExactly("text");
        assertThat(index.byEvent(event("A", "{'size':'large'}")).segments()).containsExactly("other", "text");
    }

    @Test
    void aSequenceIsTouchedByEachOfItsSteps() {
        TouchIndex index = index("s", "{'sequence':[{'event':'A'},{'absent':'B','for':'PT1H'}]}");

        assertThat(index.byEvent(event("A", "{}")).segments()).containsExactly("s");
        assertThat(index.byEvent(event("B", "{}")).segments()).containsExactly("s");
    }

    @Test
    void segmentsFollowThoseThatTheyReferTo() {
        TouchIndex index = index(
                "a-top", "{'any':[{'segment':'middle'},{'segment':'z-base'}]}",
                "middle", "{'not':{'segment':'z-base'}}",
                "z-base", "{'event':'A'}",
                "aside", "{'event':'B'}");

        assertThat(index.byEvent(event("A", "{}")).segments()).containsExactly("z-base", "middle", "a-top");
        assertThat(index.bySegment("z-base").segments()).containsExactly("middle", "a-top");
        assertThat(index.bySegment("a-top")).isEqualTo(Touch.NOTHING);
    }

    @Test
    void traitsTouchByWhatTheirPathBeginsWith() {
        TouchIndex index = index(
                "country", "{'trait':'address.country','op':'eq','value':'NL'}",
                "orders", "{'trait':'computed.orderCount','op':'gte','value':3}",
                "revenue", "{'trait':'computed.revenue.amount','op':'gte','value':3}",
                "age", "{'trait':'computed.age','op':'gte','value':18}",
                "list", "{'trait':'orders[]','where':{'trait':'total','op':'gt','value':3}}",
                "consent", "{'consent':'marketing'}");

        assertThat(index.byTrait(path("address")).segments()).containsExactly("country");
        assertThat(index.byTrait(path("address.city")).segments()).containsExactly("country");
        assertThat(index.byTrait(path("computed.revenue")).segments()).containsExactly("revenue");
        assertThat(index.byTrait(path("birthday")).segments()).containsExactly("age");
        assertThat(index.byTrait(path("orders")).segments()).containsExactly("list");
        assertThat(index.byTrait(path("orderCount"))).isEqualTo(Touch.NOTHING);
        assertThat(index.byConsent(Purpose.MARKETING).segments()).containsExactly("consent");
        assertThat(index.byConsent(Purpose.ANALYTICS)).isEqualTo(Touch.NOTHING);
    }
}
