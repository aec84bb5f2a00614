package io.rapport.dev.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.Checkout;
import io.rapport.dev.imports.Imports.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mappings of docs/guides/mappings, on a few rows made up in the shape of each data set, and on the sets where they are. */
class DataSetMappingsTest {
    private static final Path MAPPINGS = Checkout.find().root().resolve("docs/guides/mappings");
    private static final int ROWS = 1_000;

    @TempDir
    private Path folder;

    private FakeGateway gateway;
    private Imports imports;

    @BeforeEach
    void start() {
        gateway = new FakeGateway(1, 0);
        imports = new Imports(folder, gateway.url());
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private static String kind(String mapping) {
        String last = mapping.substring(mapping.lastIndexOf('-') + 1);
        return List.of("products", "orders").contains(last) ? last : "events";
    }

    private Result run(String mapping, Path file, String... options) {
        List<String> all = new ArrayList<>(List.of(
                kind(mapping),
                file.toString(),
                "--mapping",
                MAPPINGS.resolve(mapping + ".yaml").toString()));
        all.addAll(List.of(options));
        return imports.run(all.toArray(String[]::new));
    }

    /** What the mapping makes of a sample that is committed beside this test. */
    private List<JsonNode> imported(String mapping, String sample) throws IOException {
        Path file = folder.resolve(sample);
        try (var in = DataSetMappingsTest.class.getResourceAsStream("samples/" + sample)) {
            Files.write(file, in.readAllBytes());
        }
        Result result = run(mapping, file);
        assertThat(result.status()).as(result.err() + imports.rejects(sample)).isZero();
        return new ArrayList<>((kind(mapping).equals("products") ? gateway.products() : gateway.events()).values());
    }

    @Test
    void everyMappingIsTried() throws IOException {
        // Given
        List<String> tried = new ArrayList<>();
        for (var method : DataSetMappingsTest.class.getDeclaredMethods()) {
            Optional.ofNullable(method.getAnnotation(CsvSource.class))
                    .ifPresent(sets ->
                            Stream.of(sets.value()).forEach(set -> tried.add(set.split(",", -1)[0].strip() + ".yaml")));
        }

        // When
        try (Stream<Path> mappings = Files.list(MAPPINGS)) {
            // Then
            assertThat(mappings.map(path -> path.getFileName().toString()).toList())
                    .containsExactlyInAnyOrderElementsOf(tried);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "online_retail-products, online_retail.csv.gz",
        "online_retail-orders, online_retail.csv.gz",
        "online_retail-customers, online_retail.csv.gz",
        "completejourney-products, completejourney_products.csv.gz",
        "completejourney-orders, completejourney_transactions_sample.csv.gz",
        "icecat-products, icecat_products_part1.jsonl.gz",
        "sunrise-products, sunrise_products.csv.gz",
        "serenade-products, serenade_toy_train.tsv.gz",
        "serenade-views, serenade_toy_train.tsv.gz",
        "rsc15-products, rsc15_100k_train_full.tsv.gz",
        "rsc15-views, rsc15_100k_train_full.tsv.gz",
        "sessions_diginetica-products, sessions_diginetica_train.txt.gz",
        "sessions_diginetica-views, sessions_diginetica_train.txt.gz",
        "sessions_retailrocket-products, sessions_retailrocket_train.txt.gz",
        "sessions_retailrocket-views, sessions_retailrocket_train.txt.gz",
        "cdnow_master-orders, cdnow_master.txt.gz",
        "cdnow_sample-orders, cdnow_sample.txt.gz",
    })
    void theFirstThousandRowsOfTheSetAreMappedWithoutARejection(String mapping, String set) throws IOException {
        // Given
        Path data = dataFolder().resolve(set);
        assumeTrue(
                Files.exists(data),
                () -> "The data set " + data + " is not there (docs/guides/import.md says where it is)");
        Path file = head(data);

        // When
        Result result = run(mapping, file, "--dry-run", "--show", "0");

        // Then
        assertThat(result.status())
                .as(result.err()
                        + result.out()
                        + imports.rejects(file.getFileName().toString()))
                .isZero();
        assertThat(result.out()).doesNotContain("records   0 made");
    }

    private static Path dataFolder() {
        return Optional.ofNullable(System.getenv("RAPPORT_DATA"))
                .map(Path::of)
                .orElseGet(
                        () -> Checkout.find().root().resolve("../shared/data").normalize());
    }

    private Path head(Path data) throws IOException {
        Path file = folder.resolve("head.txt");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(data)), StandardCharsets.UTF_8));
                var out = Files.newBufferedWriter(file)) {
            String line = lines.readLine();
            for (int i = 0; i < ROWS && line != null; i++) {
                out.append(line).append('\n');
                line = lines.readLine();
            }
        }
        return file;
    }

    @Test
    void onlineRetailsInvoiceLinesAreProductsUnderTheNameAndPriceThatTheyHadMostOften() throws IOException {
        assertThat(imported("online_retail-products", "online_retail.csv"))
                .extracting(JsonNode::toString)
                .containsExactlyInAnyOrder("""
                        {"id":"90001A","title":"Blue Glass Lamp","price":{"amount":"2.50","currency":"GBP"}}""", """
                        {"id":"90002","title":"Tin Box, Small","price":{"amount":"1.00","currency":"GBP"}}""");
    }

    @Test
    void onlineRetailsInvoicesAreOrdersAndThoseWithACGiveBack() throws IOException {
        // When
        List<JsonNode> orders = imported("online_retail-orders", "online_retail.csv");

        // Then
        assertThat(orders)
                .extracting(
                        order -> order.get("event").textValue(),
                        order -> order.path("userId")
                                .asText(order.path("anonymousId").asText()),
                        order -> order.get("timestamp").textValue(),
                        order -> order.at("/properties/order_id").textValue(),
                        order -> order.at("/properties/revenue")
                                .decimalValue()
                                .stripTrailingZeros()
                                .toPlainString(),
                        order -> order.at("/properties/products").size())
                .containsExactlyInAnyOrder(
                        tuple("Order Completed", "70001", "2010-12-01T08:26:00Z", "900001", "21", 3),
                        tuple("Order Refunded", "70001", "2011-07-01T08:00:00Z", "C900002", "2.5", 1),
                        tuple("Order Completed", "invoice-900003", "2011-07-02T08:00:00Z", "900003", "4", 1));
    }

    @Test
    void onlineRetailsCustomersAreIdentifiedOnce() throws IOException {
        assertThat(imported("online_retail-customers", "online_retail.csv"))
                .singleElement()
                .satisfies(call -> assertThat(call.get("userId").textValue()).isEqualTo("70001"))
                .satisfies(call ->
                        assertThat(call.at("/traits/country").textValue()).isEqualTo("France"));
    }

    @Test
    void theCompleteJourneysBasketsAreOrdersThoughTheirRowsStandApart() throws IOException {
        // When
        List<JsonNode> orders = imported("completejourney-orders", "completejourney_transactions.csv");

        // Then
        assertThat(orders).hasSize(2);
        JsonNode first = orders.stream()
                .filter(order -> order.at("/properties/order_id").textValue().equals("cj-500"))
                .findFirst()
                .orElseThrow();
        assertThat(first.get("userId").textValue()).isEqualTo("household-9");
        assertThat(first.at("/properties/revenue").decimalValue()).isEqualByComparingTo("5.5");
        assertThat(first.at("/properties/discount").decimalValue()).isEqualByComparingTo("0.75");
        assertThat(first.at("/properties/products/1/price").decimalValue()).isEqualByComparingTo("1.5");
    }

    @Test
    void theCompleteJourneysProductsHaveCategoryPaths() throws IOException {
        assertThat(imported("completejourney-products", "completejourney_products.csv"))
                .extracting(JsonNode::toString)
                .containsExactlyInAnyOrder("""
                        {"id":"cj-1","title":"Ice - Crushed/Cubed, 22 Lb","brand":"National",\
                        "categories":["Grocery > Frzn Ice > Ice - Crushed/Cubed"],\
                        "attributes":{"manufacturer":"2","packageSize":"22 LB"}}""", """
                        {"id":"cj-2","title":"Miscellaneous","brand":"Private","categories":["Miscellaneous"],\
                        "attributes":{"manufacturer":"3"}}""");
    }

    @Test
    void icecatsAttributesKeepTheirTypes() throws IOException {
        assertThat(imported("icecat-products", "icecat.jsonl"))
                .extracting(JsonNode::toString)
                .containsExactly("""
                        {"id":"icecat-1","title":"Acme A1 printer","description":"Prints","imageUrl":"http://example.com/a.jpg",\
                        "brand":"Acme","price":{"amount":"49.95","currency":"EUR"},"attributes":{"partNumber":"A1",\
                        "ean":["0000000000001"],"released":"2009-12-10T00:00:00Z","type":"Laser","pages":20.0,\
                        "touchscreen":false}}""");
    }

    @Test
    void sunrisesRowsAreVariantsWithPricesOfCountriesAside() throws IOException {
        // When
        JsonNode product = imported("sunrise-products", "sunrise.csv").get(0);

        // Then
        assertThat(product.get("categories").toString()).isEqualTo("[\"Women > Trousers\",\"New > Women\"]");
        assertThat(product.at("/price/amount").textValue()).isEqualTo("187.50");
        assertThat(product.at("/attributes/priceDE").decimalValue()).isEqualByComparingTo("150");
        assertThat(product.at("/attributes/colour").toString()).isEqualTo("[\"brown\",\"blue\"]");
        assertThat(product.get("variants"))
                .extracting(variant -> variant.get("id").textValue())
                .containsExactly("S1", "S2");
        assertThat(product.at("/variants/1/attributes/size").textValue()).isEqualTo("36");
    }

    @Test
    void sessionsWithTimesAreViewsOfVisitorsWhomNobodyKnows() throws IOException {
        assertThat(imported("serenade-views", "sessions.tsv"))
                .extracting(
                        view -> view.get("anonymousId").textValue(),
                        view -> view.get("timestamp").textValue(),
                        view -> view.at("/properties/product_id").textValue())
                .containsExactlyInAnyOrder(
                        tuple("serenade-1", "2020-06-16T20:01:58Z", "serenade-11"),
                        tuple("serenade-1", "2020-06-16T20:02:45.250Z", "serenade-12"),
                        tuple("serenade-2", "2020-06-16T20:09:44Z", "serenade-11"));
    }

    @Test
    void sessionsWithoutTimesAreViewsASecondApart() throws IOException {
        assertThat(imported("sessions_diginetica-views", "sessions.txt"))
                .extracting(
                        view -> view.get("anonymousId").textValue(),
                        view -> view.get("timestamp").textValue(),
                        view -> view.at("/properties/product_id").textValue())
                .containsExactlyInAnyOrder(
                        tuple("diginetica-1", "2016-01-01T00:00:01Z", "diginetica-7"),
                        tuple("diginetica-1", "2016-01-01T00:00:02Z", "diginetica-8"),
                        tuple("diginetica-2", "2016-01-01T00:00:03Z", "diginetica-7"));
    }

    @Test
    void theItemsOfSessionsAreProductsOnceEach() throws IOException {
        assertThat(imported("sessions_retailrocket-products", "sessions.txt"))
                .extracting(product -> product.get("id").textValue())
                .containsExactlyInAnyOrder("retailrocket-7", "retailrocket-8");
        assertThat(imported("rsc15-products", "sessions.tsv")).hasSize(4);
    }

    @Test
    void cdnowsPurchasesAreOrdersWithoutLines() throws IOException {
        assertThat(imported("cdnow_master-orders", "cdnow_master.txt"))
                .extracting(
                        order -> order.get("userId").textValue(),
                        order -> order.at("/properties/revenue").decimalValue().toPlainString(),
                        order -> order.at("/properties/cds").intValue())
                .containsExactlyInAnyOrder(tuple("cdnow-00001", "11.5", 1), tuple("cdnow-00002", "177", 12));
        assertThat(imported("cdnow_sample-orders", "cdnow_sample.txt")).hasSize(3);
    }
}
