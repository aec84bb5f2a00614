package io.rapport.profile.computed.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.profile.value.Cdnow;
import io.rapport.profile.value.Purchase;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValueModelsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    /** Customers who buy at rates of their own, and of whom some leave sooner than others. */
    private static List<List<Purchase>> shop(Random random, int customers) {
        List<List<Purchase>> shop = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double meanDays = 10 + 80 * random.nextDouble();
            double spend = 20 + 80 * random.nextDouble();
            double leaves = Math.pow(random.nextDouble(), 2);
            List<Purchase> orders = new ArrayList<>();
            LocalDate day = TODAY.minusDays(random.nextInt(400));
            do {
                orders.add(new Purchase(day, Math.round(spend * (50 + random.nextInt(100))) / 100.0));
                day = day.plusDays(1 + (long) (-Math.log(1 - random.nextDouble()) * meanDays));
            } while (!day.isAfter(TODAY) && (orders.size() == 1 || random.nextDouble() > leaves));
            shop.add(orders);
        }
        return shop;
    }

    @Test
    void everyCustomerIsJudgedAndNobodyElse() {
        List<List<Purchase>> shop = shop(new Random(20_261_126), 600);
        ValueModels models = ValueModels.of(TODAY, shop, null);
        for (List<Purchase> orders : shop) {
            ValueTraits traits = models.judge(orders, TODAY).orElseThrow();
            assertThat(traits.value().probabilityAlive()).isBetween(0.0, 1.0);
            assertThat(traits.value().lifetimeValue()).isPositive();
        }
        assertThat(models.judge(List.of(), TODAY)).isEmpty();
        assertThat(models.judge(List.of(new Purchase(TODAY.plusDays(1), 5)), TODAY))
                .isEmpty();
    }

    @Test
    void learningDoesNotDependOnTheOrderOfRows() {
        List<List<Purchase>> shop = shop(new Random(3), 300);
        ValueModels models = ValueModels.of(TODAY, shop, null);
        Collections.shuffle(shop, new Random(4));
        assertThat(ValueModels.of(TODAY, shop, null).lifetime()).isEqualTo(models.lifetime());
    }

    @Test
    void whoSpentTheSameIsInTheSameFifthHoweverItAddsUp() {
        // 34.98 + 13.97 + 10.97 is not 59.92 in binary fractions, and the border of a fifth lies between the two.
        List<Purchase> inThree =
                List.of(new Purchase(TODAY, 34.98), new Purchase(TODAY, 13.97), new Purchase(TODAY, 10.97));
        List<Purchase> atOnce = List.of(new Purchase(TODAY, 59.92));
        List<List<Purchase>> shop = List.of(
                List.of(new Purchase(TODAY, 1)),
                List.of(new Purchase(TODAY, 2)),
                inThree,
                atOnce,
                List.of(new Purchase(TODAY, 70)));

        ValueModels models = ValueModels.of(TODAY, shop, null);

        assertThat(34.98 + 13.97 + 10.97).isNotEqualTo(59.92);
        assertThat(models.judge(inThree, TODAY).orElseThrow().rfm().monetary())
                .isEqualTo(models.judge(atOnce, TODAY).orElseThrow().rfm().monetary());
    }

    @Test
    void withFewRepeatBuyersThereAreQuintilesAndNoModels() {
        List<List<Purchase>> shop = shop(new Random(5), 20);
        ObjectNode traits = ValueModels.of(TODAY, shop, null)
                .judge(shop.get(0), TODAY)
                .orElseThrow()
                .toJson("EUR");
        assertThat(traits.at("/rfm/recency").intValue()).isBetween(1, 5);
        assertThat(traits.has("probabilityAlive")).isFalse();
        ValueModels before = ValueModels.of(TODAY, shop(new Random(6), 600), null);
        assertThat(ValueModels.of(TODAY, shop, before).lifetime()).isEqualTo(before.lifetime());
    }

    @Test
    void nobodyIsJudgedBeforeTheFirstOrder() {
        assertThat(ValueModels.of(TODAY, List.of(), null).judge(List.of(new Purchase(TODAY, 1)), TODAY))
                .isEmpty();
    }

    /** The models of CdnowTest, reached by rows of orders; the frequent customer's figure is that of BTYD's walk-through. */
    @Test
    void theCdnowSampleIsJudgedByThePublishedModels() throws IOException {
        Collection<List<Purchase>> sample = Cdnow.sample();
        ValueModels models = ValueModels.of(Cdnow.CALIBRATION_END, sample, null);
        assertThat(models.lifetime().purchases().r()).isCloseTo(0.243, within(5e-4));
        assertThat(models.lifetime().spend().p()).isCloseTo(6.25, within(5e-3));
        List<ValueTraits> traits = sample.stream()
                .map(orders -> models.judge(orders, Cdnow.CALIBRATION_END).orElseThrow())
                .toList();
        assertThat(traits).anySatisfy(each -> {
            assertThat(each.value().probabilityAlive()).isCloseTo(0.9689, within(5e-5));
            assertThat(each.segment()).isEqualTo(RfmSegment.CHAMPIONS);
            assertThat(each.toJson("USD").get("churnRisk").doubleValue()).isEqualTo(0.0311);
        });
        assertThat(traits.stream()
                        .filter(each -> each.segment() == RfmSegment.OTHER)
                        .count())
                .isLessThan(traits.size() / 5);
    }
}
