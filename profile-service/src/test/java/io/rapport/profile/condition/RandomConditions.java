package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Conditions, profiles and histories at random; their moments lie on a coarse grid, so that edges meet, or beside it. */
public final class RandomConditions {
    public static final Instant START = Instant.parse("2028-01-27T00:00:00Z");
    public static final int DAYS = 70;
    private static final String[] SPANS = {
        "PT1H", "PT6H", "PT18H", "P1D", "P1DT6H", "P3D", "P1W", "P1M", "P1M1D", "P1MT6H", "P2M", "P30D", "P1Y"
    };
    private static final String[] NAMES = {"A", "B", "C"};
    private static final String[] COMPARATORS = {"gte", "gt", "lte", "lt", "eq", "ne"};

    private final Random random;
    private final boolean withTraits;

    public RandomConditions(Random random, boolean withTraits) {
        this.random = random;
        this.withTraits = withTraits;
    }

    public Instant moment() {
        Duration grid = random.nextInt(4) == 0 ? Duration.ofHours(1) : Duration.ofHours(6);
        Instant at = START.plus(
                grid.multipliedBy(random.nextInt((int) Duration.ofDays(DAYS).dividedBy(grid))));
        return random.nextInt(5) == 0 ? at.plusNanos(1_000L * (random.nextInt(3) - 1)) : at;
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    String span() {
        return pick(SPANS);
    }

    public String condition(int depth) {
        int kind = random.nextInt(depth == 0 ? 1 : 3);
        return switch (kind) {
            case 1 -> "{'" + pick("all", "any") + "':[" + several(depth - 1) + "]}";
            case 2 -> random.nextInt(3) == 0 ? "{'not':" + condition(depth - 1) + "}" : leaf();
            default -> leaf();
        };
    }

    private String several(int depth) {
        return IntStream.rangeClosed(0, 1 + random.nextInt(2))
                .mapToObj(i -> condition(depth))
                .collect(Collectors.joining(","));
    }

    String leaf() {
        return switch (random.nextInt(withTraits ? 7 : 5)) {
            case 0, 1 -> "{" + event() + count() + window() + "}";
            case 2 -> aggregate();
            case 3, 4 -> "{'sequence':[" + steps() + "]" + window() + "}";
            case 5 -> random.nextInt(3) == 0 ? pick("{'segment':'other'}", "{'consent':'marketing'}") : date();
            default -> trait("", false);
        };
    }

    private String event() {
        String where = random.nextInt(3) == 0 ? ",'where':" + trait("properties.", true) : "";
        return "'event':'" + pick(NAMES) + "'" + where;
    }

    private String count() {
        return random.nextInt(4) == 0 ? "" : ",'count':{" + comparison(4) + "}";
    }

    private String comparison(int most) {
        if (random.nextInt(7) == 0) {
            int low = random.nextInt(most);
            return "'between':[" + low + "," + (low + random.nextInt(3)) + "]";
        }
        return "'" + pick(COMPARATORS) + "':" + random.nextInt(most);
    }

    private String window() {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> ",'from':'" + moment() + "'";
            case 2 -> {
                Instant from = moment();
                yield ",'from':'" + from + "','to':'" + from.plus(Duration.ofHours(6L * (1 + random.nextInt(80))))
                        + "'";
            }
            default -> ",'within':'" + span() + "'";
        };
    }

    private String aggregate() {
        String fn = pick("sum", "avg", "min", "max", "distinct", "count");
        int most = fn.equals("sum") ? 30 : 8;
        return "{'aggregate':{" + event() + ",'property':'" + pick("n", "n", "c") + "','fn':'" + fn + "'},"
                + comparison(most) + window() + "}";
    }

    private String steps() {
        List<String> steps = new ArrayList<>(List.of("{" + event() + "}"));
        for (int i = random.nextInt(4); i > 0; i--) {
            steps.add(
                    random.nextBoolean()
                            ? "{" + event() + "}"
                            : "{" + event().replace("'event'", "'absent'") + ",'for':'" + span() + "'}");
        }
        return String.join(",", steps);
    }

    private String date() {
        return "{'trait':'" + pick("d", "e", "none", "n") + "','op':'" + pick("withinLast", "olderThan") + "','value':'"
                + span() + "'}";
    }

    private String trait(String prefix, boolean standsStill) {
        if (random.nextInt(5) == 0) {
            String inner = standsStill ? trait("", true) : "{'all':[" + trait("", true) + "," + date() + "]}";
            return "{'trait':'" + prefix + "list[]','where':" + inner + "}";
        }
        String path = "{'trait':'" + prefix + pick("n", "c", "d", "none", "list", "tags") + "',";
        return switch (random.nextInt(7)) {
            case 0 -> path + "'op':'" + pick("eq", "ne", "contains") + "','value':" + value() + "}";
            case 1 ->
                path + "'op':'" + pick("in", "notIn", "containsAny", "containsAll") + "','value':[" + value() + ","
                        + value() + "]}";
            case 2 -> path + "'op':'" + pick("gt", "gte", "lt", "lte") + "','value':" + random.nextInt(8) + "}";
            case 3 -> path + "'op':'" + pick("exists", "missing") + "'}";
            case 4 -> path + "'op':'" + pick("before", "after") + "','value':'" + moment() + "'}";
            case 5 ->
                path + "'op':'" + pick("startsWith", "endsWith", "matches") + "','value':'" + pick("x", "y", "xy")
                        + "'}";
            default -> path + "'op':'between','value':[2,5]}";
        };
    }

    private String value() {
        return pick("1", "2.0", "'2'", "'2.50'", "2.5", "true", "'x'", "'xy'", "7");
    }

    public JsonNode properties() {
        return Json.of("{" + fields() + ",'list':[{" + fields() + "},{" + fields() + "},'x']}");
    }

    private String fields() {
        List<String> fields = new ArrayList<>();
        fields.add(
                random.nextInt(6) == 0
                        ? "'n':null"
                        : "'n':"
                                + pick(
                                        "1",
                                        "2.5",
                                        "'2.50'",
                                        "7",
                                        "'no number'",
                                        "{'amount':'5.00','currency':'EUR'}",
                                        "0"));
        fields.add("'c':" + pick("'x'", "'xy'", "'yx'", "2", "true"));
        fields.add("'d':'" + (random.nextInt(4) == 0 ? moment().toString().substring(0, 10) : moment()) + "'");
        if (random.nextBoolean()) {
            fields.add("'e':'" + moment() + "'");
        }
        fields.add("'tags':[" + value() + "," + value() + "]");
        return String.join(",", fields);
    }

    public Naive.Event happening() {
        return new Naive.Event(pick(NAMES), moment(), properties());
    }
}
