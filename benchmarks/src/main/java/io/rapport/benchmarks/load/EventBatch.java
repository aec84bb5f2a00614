package io.rapport.benchmarks.load;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Bodies of {@code POST /v1/batch}: a number of {@code Product Viewed} events of about 600 bytes, each with a messageId of its
 * own. The text is written once; only the digits change from body to body, so that the generator costs little.
 */
final class EventBatch {
    private static final String EVENT =
            "{\"type\":\"track\",\"event\":\"Product Viewed\",\"messageId\":\"%s\",\"userId\":\"%s\","
                    + "\"timestamp\":\"%s\",\"properties\":{\"product_id\":\"p-%s\",\"sku\":\"SKU-00042-BLK\",\"category\":\"Garden > Lamps\","
                    + "\"name\":\"Solar lantern with a brushed steel frame\",\"brand\":\"Lumina\",\"variant\":\"black\",\"price\":\"24.95\","
                    + "\"currency\":\"EUR\",\"quantity\":1,\"url\":\"https://shop.example/p/solar-lantern\"},"
                    + "\"context\":{\"locale\":\"nl-NL\",\"page\":{\"path\":\"/p/solar-lantern\",\"title\":\"Solar lantern\"},"
                    + "\"userAgent\":\"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130\"}}";
    private static final String RUN = Long.toHexString(System.nanoTime());

    private final int size;
    private final int users;
    private final int products;

    EventBatch(int size, int users, int products) {
        this.size = size;
        this.users = users;
        this.products = products;
    }

    /** The next body; {@code number} makes its messageIds unlike any other's of this run. */
    Buffer body(long number, String timestamp) {
        StringBuilder text = new StringBuilder(size * 640).append("{\"batch\":[");
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                text.append(',');
            }
            append(text, RUN + "-" + number + "-" + i, random.nextInt(users), random.nextInt(products), timestamp);
        }
        return Buffer.buffer(text.append("]}").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void append(StringBuilder text, String messageId, int user, int product, String timestamp) {
        int from = 0;
        Object[] values = {messageId, "load-" + user, timestamp, product};
        for (Object value : values) {
            int hole = EVENT.indexOf("%s", from);
            text.append(EVENT, from, hole).append(value);
            from = hole + 2;
        }
        text.append(EVENT, from, EVENT.length());
    }
}
