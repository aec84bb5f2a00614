package io.rapport.gateway.fuzz;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** JSON text of events, sound or not: fields come and go, with values of every kind. */
final class FuzzJson {
    private static final List<String> TYPES = List.of("track", "identify", "page", "screen", "group", "alias");
    private static final List<String> FIELDS = List.of(
            "type",
            "messageId",
            "userId",
            "anonymousId",
            "previousId",
            "groupId",
            "event",
            "name",
            "timestamp",
            "originalTimestamp",
            "sentAt",
            "context",
            "integrations",
            "properties",
            "traits",
            "writeKey",
            "other");
    private static final List<String> ODD_VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e999",
            "-1E-999999999999",
            "123456789012345678901234567890.12345678901234567890",
            "1" + "0".repeat(400),
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\\\u0000\"",
            "\"\\ud83d\"",
            "\"\\ude00x\"",
            "\"\\ud83d\\ude00\"",
            "\"é\u2028😀\"",
            "[]",
            "{}",
            "[null,[{}]]",
            "{\"a\":{\"b\":[1,2]}}",
            "{\"price\":-5}",
            "{\"products\":[{\"price\":-0.5},{\"price\":\"x\"}]}",
            "{\"\\u0000\":1}",
            "{\"ip\":null,\"userAgent\":7}",
            "\"2026-02-30T00:00:00Z\"",
            "\"9999-12-31T23:59:59Z\"",
            "\"0000-01-01T00:00:00Z\"",
            "\"2026-05-01T12:00:00+02:00\"",
            "\"-2026-05-01\"",
            "\"now\"",
            "1767225600000");
    private static final List<String> BROKEN_VALUES = List.of(
            "nul",
            "NaN",
            "01",
            "1.",
            "+1",
            ".5",
            "'x'",
            "\"\\x\"",
            "\"\\u12\"",
            "\"a\nb\"",
            "\"",
            "[1,]",
            "{\"a\"}",
            "{\"a\":1,}",
            "undefined",
            "");

    private final Random random;

    FuzzJson(Random random) {
        this.random = random;
    }

    String batch() {
        int events = random.nextInt(100) == 0 ? 2_499 + random.nextInt(4) : random.nextInt(8);
        boolean small = events > 100;
        String batch = IntStream.range(0, events)
                .mapToObj(i -> small ? "{\"type\":\"page\",\"userId\":\"u\"}" : element())
                .collect(Collectors.joining(",", "[", "]"));
        String beside = chance(4) ? ",\"context\":" + contextOrOdd() : "";
        String sentAt = chance(2) ? ",\"sentAt\":" + (chance(8) ? odd() : "\"2026-05-01T12:00:00.000Z\"") : "";
        return "{\"batch\":" + (chance(40) ? odd() : batch) + beside + sentAt + (chance(6) ? ",\"x\":" + odd() : "")
                + "}";
    }

    private String element() {
        return chance(12) ? odd() : event();
    }

    /** An event with most of what it needs, and one field or another too much, too often or wrong. */
    String event() {
        String sound = "\"type\":\"" + TYPES.get(random.nextInt(TYPES.size()))
                + "\",\"anonymousId\":\"a-" + random.nextInt(50) + "\",\"event\":\"Product Viewed\",\"groupId\":\"g\""
                + ",\"previousId\":\"p\",\"properties\":{\"price\":" + random.nextInt(100) + ".50,\"name\":\"Lamp\"}"
                + (chance(2) ? ",\"userId\":\"u-" + random.nextInt(20) + "\"" : "")
                + (chance(2) ? ",\"messageId\":\"m-" + random.nextLong() + "\"" : "");
        StringBuilder event = new StringBuilder("{").append(sound);
        for (int n = chance(3) ? 0 : random.nextInt(4); n > 0; n--) {
            event.append(",\"")
                    .append(FIELDS.get(random.nextInt(FIELDS.size())))
                    .append("\":")
                    .append(odd());
        }
        return event.append("}").toString();
    }

    private String contextOrOdd() {
        return chance(4)
                ? odd()
                : "{\"locale\":\"nl\",\"app\":{\"name\":\"shop\",\"build\":" + random.nextInt(9) + "}}";
    }

    private String odd() {
        return switch (random.nextInt(30)) {
            case 0 -> BROKEN_VALUES.get(random.nextInt(BROKEN_VALUES.size()));
            case 1 -> deep();
            case 2 -> "\"" + "x".repeat(random.nextInt(600)) + "\"";
            case 3 -> chance(8) ? "\"" + "y".repeat(33_000) + "\"" : "\"y\"";
            default -> ODD_VALUES.get(random.nextInt(ODD_VALUES.size()));
        };
    }

    private String deep() {
        int levels = 1 << random.nextInt(13);
        return chance(2)
                ? "[".repeat(levels) + "]".repeat(levels)
                : "{\"a\":".repeat(levels) + "1" + "}".repeat(chance(5) ? levels - 1 : levels);
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
