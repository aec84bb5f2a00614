package io.rapport.profile.computed.population;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.profile.value.CustomerValue;
import io.rapport.profile.value.RfmScore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is worth beside all others.
 *
 * @param value by the models; null where there are too few orders to learn them
 */
public record ValueTraits(RfmScore rfm, @Nullable CustomerValue value) {
    private static final int MONEY_DECIMALS = 2;
    private static final double FOUR_PLACES = 10_000;

    public RfmSegment segment() {
        return RfmSegment.of(rfm);
    }

    /** What conditions read below {@code computed.}: {@code rfm}, {@code lifetimeValue}, {@code probabilityAlive}, {@code churnRisk}. */
    public ObjectNode toJson(String currency) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("rfm")
                .put("recency", rfm.recency())
                .put("frequency", rfm.frequency())
                .put("monetary", rfm.monetary())
                .put("segment", segment().wire());
        if (value != null) {
            json.putObject("lifetimeValue")
                    .put("amount", lifetimeValue(value).toPlainString())
                    .put("currency", currency);
            json.put("probabilityAlive", share(value.probabilityAlive()));
            json.put("churnRisk", share(value.churnRisk()));
        }
        return json;
    }

    private static BigDecimal lifetimeValue(CustomerValue value) {
        return BigDecimal.valueOf(value.lifetimeValue()).setScale(MONEY_DECIMALS, RoundingMode.HALF_UP);
    }

    private static double share(double probability) {
        return Math.round(probability * FOUR_PLACES) / FOUR_PLACES;
    }
}
