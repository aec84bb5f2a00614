package io.rapport.dev.imports;

import io.rapport.dev.imports.Imports.Result;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder with mappings, and a gateway for the command to send to. */
abstract class ImportCommandTestBase {
    static final String EVENTS = """
            kind: events
            source: shop
            input: {format: csv}
            skip: {value: "{item}", equals: none}
            event:
              name: "{name}"
              userId: "{user}"
              time: "{at}"
              properties: {product_id: "{item}"}
            """;
    static final String ORDERS = """
            kind: orders
            source: shop
            input: {format: csv}
            order: {id: "{no}", userId: "{user}", time: "{at}", currency: EUR}
            lines: {productId: "{item}", price: "{price}"}
            """;
    static final String PRODUCTS = """
            kind: products
            source: shop
            input: {format: csv}
            product: {id: "{id}", title: "{title}"}
            """;

    @TempDir
    Path folder;

    final long seed = new Random().nextLong();
    final FakeGateway gateway = new FakeGateway(seed, 0);
    Imports imports;
    Path events;
    Path orders;
    Path products;

    @BeforeEach
    void write() {
        System.out.println("seed " + seed);
        imports = new Imports(folder, gateway.url());
        events = imports.write("events.yaml", EVENTS);
        orders = imports.write("orders.yaml", ORDERS);
        products = imports.write("products.yaml", PRODUCTS);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    Result run(String kind, Path mapping, Path file, String... options) {
        String[] all = new String[4 + options.length];
        System.arraycopy(new String[] {kind, file.toString(), "--mapping", mapping.toString()}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        return imports.run(all);
    }
}
