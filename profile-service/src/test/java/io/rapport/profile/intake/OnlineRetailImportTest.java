package io.rapport.profile.intake;

import static io.rapport.profile.intake.SentEvent.identify;
import static io.rapport.profile.intake.SentEvent.track;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.rapport.profile.intake.RawShop.RawOrder;
import io.rapport.profile.value.Cdnow;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A gift shop's invoices, as docs/guides/mappings/online_retail-orders.yaml has them, of customers who are known. */
@QuarkusTest
@TestProfile(OnlineRetailImportTest.Pounds.class)
class OnlineRetailImportTest extends ImportedShopTestBase {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Instant NOW = Instant.parse("2011-12-10T00:00:00Z");
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("United Kingdom", "GB"),
            Map.entry("Germany", "DE"),
            Map.entry("France", "FR"),
            Map.entry("Spain", "ES"),
            Map.entry("Belgium", "BE"),
            Map.entry("Switzerland", "CH"),
            Map.entry("Norway", "NO"),
            Map.entry("Japan", "JP"),
            Map.entry("USA", "US"),
            Map.entry("Canada", "CA"));

    private final Map<String, Instant> lastSeen = new HashMap<>();

    /** Where they were paid. */
    public static class Pounds extends OwnShop {
        /** Called by Quarkus. */
        public Pounds() {
            super("GBP");
        }
    }

    @Test
    void everyCustomerAndEverySegmentIsAsTheRawFileHasIt() throws IOException {
        Map<String, List<NamedCsvRecord>> invoices = new LinkedHashMap<>();
        String text = String.join("\n", Cdnow.lines("online_retail.csv.gz"));
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                boolean isSold = row.getField("StockCode").matches("[0-9]{5}[A-Za-z]*")
                        && new BigDecimal(row.getField("UnitPrice")).signum() > 0;
                if (isSold && !row.getField("CustomerID").isEmpty()) {
                    invoices.computeIfAbsent(row.getField("InvoiceNo"), any -> new ArrayList<>())
                            .add(row);
                }
            }
        }
        List<RawOrder> orders = new ArrayList<>();
        List<SentEvent> history = new ArrayList<>();
        Map<String, String> countries = new HashMap<>();
        invoices.forEach((number, lines) -> add(number, lines, orders, history, countries));

        check(new RawShop(orders, countries, lastSeen, NOW), history);
    }

    private void add(
            String number,
            List<NamedCsvRecord> lines,
            List<RawOrder> orders,
            List<SentEvent> history,
            Map<String, String> countries) {
        NamedCsvRecord first = lines.get(0);
        String customer = first.getField("CustomerID").replace(".0", "");
        Instant at = LocalDateTime.parse(first.getField("InvoiceDate"), TIME)
                .atZone(LONDON)
                .toInstant();
        lastSeen.merge(customer, at, (one, other) -> one.isAfter(other) ? one : other);
        if (number.startsWith("C")) {
            history.add(of(customer, track("Order Refunded", "{'order_id':'" + number + "'}"), at));
        } else {
            RawOrder order = new RawOrder(number, customer, at, revenue(lines));
            orders.add(order);
            history.add(order(order, "'currency':'GBP','revenue':" + order.revenue()));
        }
        String code = CODES.get(first.getField("Country"));
        if (code != null && !code.equals(countries.put(customer, code))) {
            history.add(of(customer, identify("{'address':{'country':'" + code + "'}}"), at));
        }
    }

    private static BigDecimal revenue(List<NamedCsvRecord> lines) {
        return lines.stream()
                .map(line ->
                        new BigDecimal(line.getField("UnitPrice")).multiply(new BigDecimal(line.getField("Quantity"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
