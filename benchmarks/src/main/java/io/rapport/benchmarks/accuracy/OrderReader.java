package io.rapport.benchmarks.accuracy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.rapport.recommendation.session.ItemTable;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the sets of orders: a CSV line for every item of an order. */
final class OrderReader {
    private static final Pattern PRODUCT = Pattern.compile("\\d{5}.*");

    private final DataFolder folder;

    OrderReader(DataFolder folder) {
        this.folder = folder;
    }

    OrderSet onlineRetail() throws IOException {
        String about =
                "Invoices with a customer, without cancellations and without lines that are no products (postage, "
                        + "fees, corrections).";
        return new OrderSet(
                "online_retail",
                about,
                orders(
                        "online_retail.csv.gz",
                        OrderReader::isSale,
                        line -> new Line(
                                line.getField("InvoiceNo"),
                                line.getField("CustomerID"),
                                LocalDateTime.parse(line.getField("InvoiceDate").replace(' ', 'T'))
                                        .toInstant(ZoneOffset.UTC)
                                        .toEpochMilli(),
                                line.getField("StockCode"))));
    }

    OrderSet completeJourney() throws IOException {
        String about =
                "The public sample has 75,000 lines of 1.5 million, at random, so that a basket of some ten items "
                        + "has 1.6 left: most of what goes together, and most of what is bought again, is not in it.";
        return new OrderSet(
                "completejourney",
                about,
                orders(
                        "completejourney_transactions_sample.csv.gz",
                        line -> true,
                        line -> new Line(
                                line.getField("basket_id"),
                                line.getField("household_id"),
                                Instant.parse(line.getField("transaction_timestamp"))
                                        .toEpochMilli(),
                                line.getField("product_id"))));
    }

    private List<Order> orders(String file, Predicate<NamedCsvRecord> wanted, Function<NamedCsvRecord, Line> parse)
            throws IOException {
        ItemTable items = new ItemTable();
        Map<String, Order> orders = new LinkedHashMap<>();
        try (Reader reader = folder.open(file);
                CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(reader)) {
            for (NamedCsvRecord line : lines) {
                if (wanted.test(line)) {
                    add(parse.apply(line), orders, items);
                }
            }
        }
        return orders.values().stream()
                .sorted(Comparator.comparingLong(Order::at))
                .toList();
    }

    private static void add(Line line, Map<String, Order> orders, ItemTable items) {
        Order order =
                orders.computeIfAbsent(line.order(), id -> new Order(line.customer(), line.at(), new IntArrayList()));
        int item = items.intern(line.item());
        if (!order.items().contains(item)) {
            order.items().add(item);
        }
    }

    private static boolean isSale(NamedCsvRecord line) {
        return !line.getField("CustomerID").isEmpty()
                && !line.getField("InvoiceNo").startsWith("C")
                && PRODUCT.matcher(line.getField("StockCode")).matches()
                && Double.parseDouble(line.getField("Quantity")) > 0
                && Double.parseDouble(line.getField("UnitPrice")) > 0;
    }

    private record Line(String order, String customer, long at, String item) {}
}
