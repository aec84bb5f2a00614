package io.rapport.profile.computed.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.profile.value.PurchaseGaps;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductIntervalsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Map<String, PurchaseGaps> ONCE = Map.of("coffee", PurchaseGaps.of(List.of(DAY)));

    private static Map<String, PurchaseGaps> every(int days) {
        return Map.of("coffee", PurchaseGaps.of(List.of(DAY, DAY.plusDays(days), DAY.plusDays(2L * days))));
    }

    @Test
    void whoBoughtOnceIsExpectedAsEverybodyIs() {
        ProductIntervals learnt = ProductIntervals.of(Collections.nCopies(30, every(20)));
        assertThat(learnt.replenishment(ONCE).get(0).get("intervalDays").intValue())
                .isEqualTo(20);
        assertThat(learnt.replenishment(ONCE).get(0).get("dueOn").asText()).isEqualTo("2026-03-21");
    }

    @Test
    void nothingIsSaidOfWhatNobodyBoughtAgain() {
        assertThat(ProductIntervals.NONE.replenishment(ONCE)).isEmpty();
        assertThat(ProductIntervals.of(List.of(ONCE)).replenishment(ONCE)).isEmpty();
    }

    @Test
    void aRegularsOwnHabitIsEnough() {
        assertThat(ProductIntervals.NONE
                        .replenishment(every(14))
                        .get(0)
                        .get("dueOn")
                        .asText())
                .isEqualTo("2026-04-12");
    }
}
