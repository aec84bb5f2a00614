package io.rapport.profile.computed.behaviour;

import static io.rapport.profile.computed.behaviour.Calls.NOW;
import static io.rapport.profile.computed.behaviour.Calls.page;
import static io.rapport.profile.computed.behaviour.Calls.told;
import static io.rapport.profile.computed.behaviour.Calls.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.profile.condition.Json;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BehaviourTest {
    private static ObjectNode facts(Call... calls) {
        return Behaviour.of(List.of(calls)).facts(NOW, "EUR");
    }

    @Test
    void aBreakOfMoreThanHalfAnHourBeginsASession() {
        ObjectNode facts = facts(page("PT0S"), page("PT30M"), page("PT60M1S"));
        assertThat(facts.get("sessionCount").intValue()).isEqualTo(2);
        assertThat(facts.get("timeOnSiteSeconds").intValue()).isEqualTo(1_800);
        assertThat(facts.get("lastSessionStartedAt").asText()).isEqualTo("2026-03-01T11:00:01Z");
    }

    @Test
    void aMessageThatArrivesIsNoVisit() {
        ObjectNode facts = facts(track("PT0S", "Email Opened", "{}"), told("PT1H", "Order Completed", "{}"));
        assertThat(facts.get("sessionCount").intValue()).isZero();
        assertThat(facts.get("devices")).isEmpty();
    }

    @Test
    void theCartHoldsWhatWasAddedSinceTheOrderWhateverCameFirst() {
        Call early = track("PT1M", "Product Added", "{'product_id':'lamp','price':'24.95','quantity':9}");
        Call order = told("PT2M", "Order Completed", "{'order_id':'1'}");
        Call late = track("PT3M", "Product Added", "{'product_id':'seat','price':59,'quantity':2}");
        Call less = track("PT4M", "Product Removed", "{'product_id':'seat','quantity':1}");
        Behaviour behaviour = new Behaviour();
        List.of(less, late, early, order).forEach(behaviour::absorb);
        assertThat(behaviour.facts(NOW, "EUR").get("cart").toString())
                .isEqualTo(Json.of("{'items':[{'productId':'seat','quantity':1,'price':{'amount':'59.00',"
                                + "'currency':'EUR'}}],'itemCount':1,'value':{'amount':'59.00','currency':'EUR'},"
                                + "'otherValue':[],'updatedAt':'2026-03-01T10:04:00Z'}")
                        .toString());
    }

    @Test
    void aMessageThatIsOpenedTwiceIsOpenedOnce() {
        ObjectNode facts = facts(
                told("PT1M", "Email Delivered", "{'email_id':'a'}"),
                told("PT1M", "Email Delivered", "{'email_id':'b'}"),
                told("PT2M", "Email Opened", "{'email_id':'a'}"),
                told("PT3M", "Email Opened", "{'email_id':'a'}"));
        assertThat(facts.at("/channels/email/openRate").doubleValue()).isEqualTo(0.5);
        assertThat(facts.at("/channels/email/lastOpenedAt").asText()).isEqualTo("2026-03-01T10:03:00Z");
    }

    @Test
    void interestFadesByHalfInThirtyDays() {
        ObjectNode facts = facts(
                track("PT0S", "Product Viewed", "{'category':'Lamps'}"),
                track("P30D", "Product Viewed", "{'category':'Seats'}"));
        assertThat(facts.at("/affinity/topCategory").asText()).isEqualTo("Seats");
        assertThat(facts.at("/affinity/category/0/share").doubleValue()).isEqualTo(0.6667);
    }

    @Test
    void anOrderThatIsToldTwiceIsBoughtOnce() {
        String coffee = "{'order_id':'%s','products':[{'product_id':'coffee'}]}";
        ObjectNode facts = facts(
                told("P0D", "Order Completed", coffee.formatted("1")),
                told("P0DT5S", "Order Completed", coffee.formatted("1")),
                told("P10D", "Order Completed", coffee.formatted("2")),
                told("P20D", "Order Completed", coffee.formatted("3")));
        assertThat(facts.get("daysBetweenOrders").doubleValue()).isEqualTo(10);
        assertThat(facts.at("/replenishment/0/purchases").intValue()).isEqualTo(3);
        assertThat(facts.at("/replenishment/0/intervalDays").intValue()).isEqualTo(10);
        assertThat(facts.at("/replenishment/0/dueOn").asText()).isEqualTo("2026-03-31");
    }

    @Test
    void aMomentAheadOfNowIsShownAsNow() {
        ObjectNode facts = Behaviour.of(List.of(page("PT9H"))).facts(Calls.START, "EUR");
        assertThat(facts.get("lastVisitAt").asText()).isEqualTo("2026-03-01T10:00:00Z");
    }

    @Test
    void beyondTwoHundredSessionsTheTotalsGoOnAndOldActivityAsksForARecomputation() {
        List<Call> calls = new ArrayList<>();
        for (int day = 1; day <= 500; day++) {
            calls.add(page("P" + day + "D"));
            calls.add(page("P" + day + "DT10S"));
        }
        Behaviour behaviour = Behaviour.of(calls);
        assertThat(behaviour.facts(NOW, "EUR").get("sessionCount").intValue()).isEqualTo(500);
        assertThat(behaviour.facts(NOW, "EUR").get("timeOnSiteSeconds").intValue())
                .isEqualTo(5_000);
        behaviour.absorb(page("P400DT1H"));
        assertThat(behaviour.needsRecomputation()).isFalse();
        behaviour.absorb(page("P100DT5S"));
        assertThat(behaviour.needsRecomputation()).isTrue();
        calls.addAll(List.of(page("P400DT1H"), page("P100DT5S")));
        Collections.shuffle(calls, new Random(1));
        assertThat(Behaviour.of(calls).needsRecomputation()).isFalse();
        assertThat(Behaviour.of(calls).facts(NOW, "EUR").get("sessionCount").intValue())
                .isEqualTo(501);
    }

    @Test
    void aShortVisitMergesIntoALongHistoryWithoutARecomputation() {
        List<Call> calls = new ArrayList<>();
        for (int day = 1; day <= 500; day++) {
            calls.add(page("P" + day + "D"));
        }
        Call visit = page("P500DT20M");
        for (boolean isSurvivor : new boolean[] {true, false}) {
            Behaviour regular = Behaviour.of(calls);
            Behaviour visitor = Behaviour.of(List.of(visit));
            Behaviour survivor = isSurvivor ? regular : visitor;
            survivor.merge(isSurvivor ? visitor : regular);
            List<Call> all = new ArrayList<>(calls);
            all.add(visit);
            assertThat(survivor).isEqualTo(Behaviour.of(all));
        }
    }

    /** Whatever one does, a state stays under the bound that the guide names, and no order of arrival shows but in sessions. */
    @Test
    void aStateIsBounded() {
        long seed = 7;
        Random random = new Random(seed);
        String filler = "x".repeat(100);
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            String product = "{'product_id':'%s%d','category':'%s%d','brand':'%s%d','price':%d}"
                    .formatted(filler, i, filler, i, filler, i, i % 900);
            String name =
                    List.of("Product Viewed", "Product Added", "Email Opened").get(i % 3);
            calls.add(track("PT" + i + "H", name, product));
            String lines = String.join(",", Collections.nCopies(40, product));
            calls.add(told(
                    "PT" + i + "H",
                    i % 2 == 0 && i < 4_000 ? "Order Completed" : "Email Delivered",
                    "{'order_id':'" + i + "','products':[" + lines + "]}"));
        }
        Behaviour sorted = Behaviour.of(calls);
        Collections.shuffle(calls, random);
        Behaviour shuffled = new Behaviour();
        calls.forEach(shuffled::absorb);
        assertThat(sorted.toBytes().length).as("seed %d", seed).isLessThan(200_000);
        ObjectNode inOrder = withoutSessionTotals(sorted);
        assertThat(withoutSessionTotals(shuffled)).as("seed %d", seed).isEqualTo(inOrder);
        assertThat(inOrder.at("/channels/email/opened").doubleValue()).isCloseTo(2_000, within(2_000 * 0.3));
    }

    private static ObjectNode withoutSessionTotals(Behaviour behaviour) {
        return behaviour.facts(NOW, "EUR").remove(List.of("sessionCount", "timeOnSiteSeconds"));
    }

    @Test
    void bytesOfAnotherVersionAreRefused() {
        assertThatThrownBy(() -> Behaviour.read(new byte[] {4})).isInstanceOf(UncheckedIOException.class);
    }
}
