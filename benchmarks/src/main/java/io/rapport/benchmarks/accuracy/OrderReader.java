package io.rapport.benchmarks.accuracy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.rapport.recommendation.order.ItemAttributes;
import io.rapport.recommendation.session.ItemTable;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads the sets of orders: a CSV line for every item of an order, and what the catalog says of the items. */
final class OrderReader {
    private static final Pattern PRODUCT = Pattern.compile("\\d{5}.*");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Z0-9]+");

    private final DataFolder folder;

    OrderReader(DataFolder folder) {
        this.folder = folder;
    }

    OrderSet onlineRetail() throws IOException {
        String about =
                "Invoices with a customer, without cancellations and without lines that are no products (postage, "
                        + "fees, corrections).";
        Collected collected = new Collected(ItemAttributes.builder("word", "pair of words", "range"));
        read("online_retail.csv.gz", line -> {
            if (isSale(line)) {
                int item = collected.line(
                        line.getField("InvoiceNo"),
                        line.getField("CustomerID"),
                        line.getField("Country"),
                        LocalDateTime.parse(line.getField("InvoiceDate").replace(' ', 'T'))
                                .toInstant(ZoneOffset.UTC)
                                .toEpochMilli(),
                        line.getField("StockCode"));
                if (collected.isNew(item)) {
                    collected.attributes.price(item, Double.parseDouble(line.getField("UnitPrice")));
                    describe(item, line, collected.attributes);
                }
            }
        });
        return collected.set("online_retail", about);
    }

    /** The first title and price that an item is sold under, and the range of stock codes that it stands in. */
    private static void describe(int item, NamedCsvRecord line, ItemAttributes.Builder attributes) {
        String[] words = BETWEEN_WORDS.split(line.getField("Description").strip());
        for (int at = 0; at < words.length; at++) {
            if (words[at].length() > 2) {
                attributes.add(item, "word", words[at]);
            }
            if (at > 0) {
                attributes.add(item, "pair of words", words[at - 1] + ' ' + words[at]);
            }
        }
        attributes.add(item, "range", line.getField("StockCode").substring(0, 4));
    }

    OrderSet completeJourney() throws IOException {
        String about =
                "The public sample has 75,000 lines of 1.5 million, at random, so that a basket of some ten items "
                        + "has 1.6 left: most of what goes together, and most of what is bought again, is not in it.";
        Collected collected = new Collected(
                ItemAttributes.builder("department", "brand", "category", "type", "size", "type and size"));
        read("completejourney_transactions_sample.csv.gz", line -> {
            int item = collected.line(
                    line.getField("basket_id"),
                    line.getField("household_id"),
                    line.getField("store_id"),
                    Instant.parse(line.getField("transaction_timestamp")).toEpochMilli(),
                    line.getField("product_id"));
            double pieces = Double.parseDouble(line.getField("quantity"));
            double paid = Double.parseDouble(line.getField("sales_value"));
            if (collected.isNew(item) && pieces > 0 && paid > 0) {
                collected.attributes.price(item, paid / pieces);
            }
        });
        read("completejourney_products.csv.gz", line -> {
            int item = collected.items.find(line.getField("product_id"));
            if (item != ItemTable.UNKNOWN) {
                ItemAttributes.Builder attributes = collected.attributes;
                String type = line.getField("product_type");
                add(attributes, item, "department", line.getField("department"));
                add(attributes, item, "brand", line.getField("manufacturer_id"));
                add(attributes, item, "category", line.getField("product_category"));
                add(attributes, item, "type", type);
                add(attributes, item, "size", line.getField("package_size"));
                add(attributes, item, "type and size", type.isEmpty() ? "" : type + line.getField("package_size"));
            }
        });
        return collected.set("completejourney", about);
    }

    private static void add(ItemAttributes.Builder attributes, int item, String kind, String value) {
        if (!value.isEmpty()) {
            attributes.add(item, kind, value);
        }
    }

    private void read(String file, Consumer<NamedCsvRecord> line) throws IOException {
        try (Reader reader = folder.open(file);
                CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(reader)) {
            lines.forEach(line);
        }
    }

    private static boolean isSale(NamedCsvRecord line) {
        return !line.getField("CustomerID").isEmpty()
                && !line.getField("InvoiceNo").startsWith("C")
                && PRODUCT.matcher(line.getField("StockCode")).matches()
                && Double.parseDouble(line.getField("Quantity")) > 0
                && Double.parseDouble(line.getField("UnitPrice")) > 0;
    }

    /** The orders so far. */
    private static final class Collected {
        private final ItemTable items = new ItemTable();
        private final ItemTable places = new ItemTable();
        private final Map<String, Order> orders = new LinkedHashMap<>();
        private final Set<Integer> met = new HashSet<>();
        private final ItemAttributes.Builder attributes;

        Collected(ItemAttributes.Builder attributes) {
            this.attributes = attributes;
        }

        int line(String order, String customer, String place, long at, String name) {
            int item = items.intern(name);
            Order of = orders.computeIfAbsent(
                    order, id -> new Order(customer, places.intern(place), at, new IntArrayList()));
            if (!of.items().contains(item)) {
                of.items().add(item);
            }
            return item;
        }

        /** Whether this is the first time that it is asked about the item. */
        boolean isNew(int item) {
            return met.add(item);
        }

        OrderSet set(String name, String about) {
            return new OrderSet(
                    name,
                    about,
                    orders.values().stream()
                            .sorted(Comparator.comparingLong(Order::at))
                            .toList(),
                    attributes.build());
        }
    }
}
