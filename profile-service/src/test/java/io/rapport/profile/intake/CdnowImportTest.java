package io.rapport.profile.intake;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.rapport.profile.intake.RawShop.RawOrder;
import io.rapport.profile.value.Cdnow;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All 23,570 customers of CDNOW, docs/guides/mappings/cdnow_master-orders.yaml. */
@QuarkusTest
@TestProfile(CdnowImportTest.Dollars.class)
class CdnowImportTest extends ImportedShopTestBase {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("1998-07-01T00:00:00Z");

    /** Where they were paid. */
    public static class Dollars extends OwnShop {
        /** Called by Quarkus. */
        public Dollars() {
            super("USD");
        }
    }

    @Test
    void everyCustomerAndEverySegmentIsAsTheRawFileHasIt() throws IOException {
        List<RawOrder> orders = new ArrayList<>();
        List<SentEvent> history = new ArrayList<>();
        Map<String, Instant> lastSeen = new HashMap<>();
        List<String> lines = Cdnow.lines("cdnow_master.txt.gz");
        for (int line = 1; line < lines.size(); line++) {
            String[] fields = lines.get(line).strip().split("\\s+", -1);
            Instant at = LocalDate.parse(fields[1], DateTimeFormatter.BASIC_ISO_DATE)
                    .atStartOfDay(NEW_YORK)
                    .toInstant();
            RawOrder order = new RawOrder("o-" + line, "cdnow-" + fields[0], at, new BigDecimal(fields[3]));
            orders.add(order);
            history.add(order(order, "'currency':'USD','revenue':" + fields[3]));
            lastSeen.merge(order.customer(), at, (one, other) -> one.isAfter(other) ? one : other);
        }

        check(new RawShop(orders, Map.of(), lastSeen, NOW), history);
    }
}
