package io.rapport.benchmarks.load;

import io.rapport.benchmarks.house.HouseAccess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The products that the load's visitors look at: without them there is nothing to answer with. */
final class LoadCatalog {
    private static final String PRODUCT = "{\"id\":\"p-%d\",\"title\":\"Lantern %d\",\"brand\":\"Lumina\","
            + "\"categories\":[\"Garden > Lamps %d\"],\"price\":{\"amount\":\"24.95\",\"currency\":\"EUR\"},\"stock\":100}";

    private LoadCatalog() {}

    static void fill(HouseAccess house, int products) throws IOException, InterruptedException {
        String lines = IntStream.range(0, products)
                .mapToObj(number -> PRODUCT.formatted(number, number, number % 40))
                .collect(Collectors.joining("\n"));
        HttpRequest request = HttpRequest.newBuilder(house.gateway().resolve("/api/catalog/products"))
                .header("Authorization", house.serverAuthorization())
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(lines))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The catalog was refused: " + answer.body());
        }
    }
}
