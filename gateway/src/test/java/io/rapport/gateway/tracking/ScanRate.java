package io.rapport.gateway.tracking;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * How many events a core checks and writes a second, without HTTP and Kafka: run {@code main}. Bodies are batches of 100
 * events of about 600 bytes, such as a browser sends.
 */
final class ScanRate {
    private static final int EVENTS = 100;

    private ScanRate() {}

    public static void main(String[] args) {
        byte[] body = batch();
        Connection connection = new Connection("10.1.2.3", "Mozilla/5.0", null);
        for (int round = 1; round <= 8; round++) {
            long start = cpuNanos();
            long end = start + 1_500_000_000L;
            long events = 0;
            long bytes = 0;
            while (cpuNanos() < end) {
                bytes += run(body, connection);
                events += EVENTS;
            }
            double seconds = (cpuNanos() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %,.0f events/s, %,.0f MB/s written, %d bytes an event sent%n",
                    round,
                    events / seconds,
                    bytes / seconds / 1e6,
                    body.length / EVENTS);
        }
    }

    /** The core's time, not the clock's, for other processes may want the core too. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long run(byte[] body, Connection connection) {
        Utf8Body checked = Utf8Body.of(body);
        Envelope envelope = EnvelopeScanner.batch(checked);
        return new RecordBuilder(
                        TrackingCall.BATCH, checked, envelope, Scans.BROWSER, connection, Map.of(), Scans.NOON, "t.")
                .records().stream().mapToLong(record -> record.value().length).sum();
    }

    /** A batch as the load generator sends it. */
    static byte[] batch() {
        StringBuilder batch = new StringBuilder("{\"batch\":[");
        for (int i = 0; i < EVENTS; i++) {
            batch.append(i == 0 ? "" : ",").append(event(i));
        }
        return batch.append("],\"sentAt\":\"2026-05-01T11:59:59.900Z\"}")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String event(int i) {
        return """
                {"type":"track","event":"Product Viewed","messageId":"ajs-next-1700000000-%1$08d-1b2c3d4e5f60",\
                "anonymousId":"6f1c2d3e-0000-4000-8000-%1$012d","userId":"customer-%1$d",\
                "timestamp":"2026-05-01T11:59:58.%2$03dZ",\
                "context":{"locale":"en-GB","page":{"path":"/garden/lamps/solar-lantern","title":"Solar lantern",\
                "url":"https://shop.example.com/garden/lamps/solar-lantern","referrer":""},\
                "library":{"name":"analytics.js","version":"next-1.70.0"},"timezone":"Europe/Amsterdam"},\
                "properties":{"product_id":"sku-%1$d","name":"Solar lantern","category":"Garden > Lamps",\
                "brand":"Lumen","price":24.95,"currency":"EUR","position":%2$d},"integrations":{}}""".formatted(i, i % 1000);
    }
}
