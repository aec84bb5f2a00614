package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Conditions as API.md's words have them, over the whole history and straight from the JSON. It shares no code with what it
 * checks, and takes no thought of speed.
 *
 * @param profile traits at the root, and {@code computed}
 */
public record Naive(
        JsonNode profile, List<Event> history, Map<String, JsonNode> segments, Set<String> consents, Instant now) {
    public record Event(String name, Instant at, JsonNode properties) {}

    public Naive at(Instant other) {
        return new Naive(profile, history, segments, consents, other);
    }

    public boolean holds(JsonNode condition) {
        return holds(condition, profile);
    }

    private boolean holds(JsonNode condition, JsonNode document) {
        if (condition.has("all")) {
            return stream(condition.get("all")).allMatch(each -> holds(each, document));
        }
        if (condition.has("any")) {
            return stream(condition.get("any")).anyMatch(each -> holds(each, document));
        }
        if (condition.has("not")) {
            return !holds(condition.get("not"), document);
        }
        if (condition.has("segment")) {
            JsonNode other = segments.get(condition.get("segment").asText());
            return other != null && holds(other);
        }
        if (condition.has("consent")) {
            return consents.contains(condition.get("consent").asText());
        }
        if (condition.has("event")) {
            int count = counted(condition, condition).size();
            return condition.has("count") ? compares(condition.get("count"), BigDecimal.valueOf(count)) : count >= 1;
        }
        if (condition.has("aggregate")) {
            return aggregate(condition);
        }
        return condition.has("sequence") ? sequence(condition, 0, null) : trait(condition, document);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private List<Event> counted(JsonNode match, JsonNode window) {
        List<Event> counted = new ArrayList<>();
        for (Event event : history) {
            if (matches(match, "event", event) && inWindow(window, event.at())) {
                counted.add(event);
            }
        }
        return counted;
    }

    private boolean matches(JsonNode match, String key, Event event) {
        JsonNode document = JsonNodeFactory.instance.objectNode().set("properties", event.properties());
        return event.name().equals(match.path(key).asText())
                && (!match.has("where") || holds(match.get("where"), document));
    }

    private boolean inWindow(JsonNode window, Instant t) {
        if (t.isAfter(now)) {
            return false;
        }
        if (window.has("within")) {
            return minus(now, window.get("within").asText()).isBefore(t);
        }
        boolean isAfterFrom = !window.has("from") || !t.isBefore(moment(window.get("from")));
        return isAfterFrom && (!window.has("to") || t.isBefore(moment(window.get("to"))));
    }

    static Instant minus(Instant at, String iso) {
        return at.atOffset(ZoneOffset.UTC)
                .minus(period(iso))
                .minus(duration(iso))
                .toInstant();
    }

    static Instant plus(Instant at, String iso) {
        return at.atOffset(ZoneOffset.UTC).plus(period(iso)).plus(duration(iso)).toInstant();
    }

    private static Period period(String iso) {
        String date = iso.contains("T") ? iso.substring(0, iso.indexOf('T')) : iso;
        return date.equals("P") ? Period.ZERO : Period.parse(date);
    }

    private static Duration duration(String iso) {
        return iso.contains("T") ? Duration.parse("P" + iso.substring(iso.indexOf('T'))) : Duration.ZERO;
    }

    private static Instant moment(JsonNode node) {
        if (!node.isTextual() || !node.asText().matches("\\d{4}-\\d{2}-\\d{2}(T.*)?")) {
            return null;
        }
        return node.asText().length() == 10
                ? LocalDate.parse(node.asText()).atStartOfDay().toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(node.asText()).toInstant();
    }

    private static boolean compares(JsonNode comparison, BigDecimal number) {
        return stream(comparators(comparison)).allMatch(name -> {
            JsonNode value = comparison.get(name.asText());
            return switch (name.asText()) {
                case "gte" -> number.compareTo(decimal(value)) >= 0;
                case "gt" -> number.compareTo(decimal(value)) > 0;
                case "lte" -> number.compareTo(decimal(value)) <= 0;
                case "lt" -> number.compareTo(decimal(value)) < 0;
                case "eq" -> number.compareTo(decimal(value)) == 0;
                case "ne" -> number.compareTo(decimal(value)) != 0;
                default -> number.compareTo(decimal(value.get(0))) >= 0 && number.compareTo(decimal(value.get(1))) <= 0;
            };
        });
    }

    private static JsonNode comparators(JsonNode comparison) {
        var names = JsonNodeFactory.instance.arrayNode();
        for (String name : List.of("gte", "gt", "lte", "lt", "eq", "ne", "between")) {
            if (comparison.has(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static BigDecimal decimal(JsonNode node) {
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isObject() && node.has("currency")) {
            return decimal(node.path("amount"));
        }
        return node.isTextual() && node.asText().matches("[+-]?\\d+(\\.\\d+)?") ? new BigDecimal(node.asText()) : null;
    }

    private boolean aggregate(JsonNode condition) {
        JsonNode aggregate = condition.get("aggregate");
        List<JsonNode> values = new ArrayList<>();
        for (Event event : counted(aggregate, condition)) {
            JsonNode value = event.properties().path(aggregate.path("property").asText());
            if (!value.isMissingNode() && !value.isNull()) {
                values.add(value);
            }
        }
        List<BigDecimal> numbers =
                values.stream().map(Naive::decimal).filter(Objects::nonNull).toList();
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal result = switch (aggregate.get("fn").asText()) {
            case "sum" -> sum;
            case "avg" ->
                numbers.isEmpty() ? null : sum.divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL128);
            case "min" -> numbers.isEmpty() ? null : Collections.min(numbers);
            case "max" -> numbers.isEmpty() ? null : Collections.max(numbers);
            case "distinct" ->
                orMissing(values.stream().map(JsonNode::asText).distinct().count());
            default -> orMissing(values.size());
        };
        return result == null ? condition.has("ne") : compares(condition, result);
    }

    private static BigDecimal orMissing(long count) {
        return count == 0 ? null : BigDecimal.valueOf(count);
    }

    private boolean sequence(JsonNode condition, int step, Instant before) {
        JsonNode steps = condition.get("sequence");
        if (step == steps.size()) {
            return true;
        }
        JsonNode wanted = steps.get(step);
        if (wanted.has("absent")) {
            boolean isLast = step == steps.size() - 1;
            Instant end = plus(before, wanted.get("for").asText());
            boolean isDisturbed = history.stream()
                    .anyMatch(event -> matches(wanted, "absent", event)
                            && event.at().isAfter(before)
                            && (!event.at().isAfter(end) || (isLast && inWindow(condition, event.at()))));
            return !end.isAfter(now) && !isDisturbed && sequence(condition, step + 1, end);
        }
        return counted(wanted, condition).stream()
                .anyMatch(event ->
                        (before == null || event.at().isAfter(before)) && sequence(condition, step + 1, event.at()));
    }

    private boolean trait(JsonNode condition, JsonNode document) {
        String path = condition.get("trait").asText();
        JsonNode field = document.at("/" + path.replace("[]", "").replace('.', '/'));
        if (path.endsWith("[]")) {
            return field.isArray() && stream(field).anyMatch(each -> holds(condition.get("where"), each));
        }
        String op = condition.get("op").asText();
        JsonNode value = condition.path("value");
        if (field.isMissingNode() || field.isNull()) {
            return List.of("missing", "ne", "notIn").contains(op);
        }
        BigDecimal number = decimal(field);
        Instant t = moment(field);
        return switch (op) {
            case "eq" -> equal(field, value);
            case "ne" -> !equal(field, value);
            case "in" -> stream(value).anyMatch(each -> equal(field, each));
            case "notIn" -> stream(value).noneMatch(each -> equal(field, each));
            case "gt", "gte", "lt", "lte", "between" ->
                number != null && compares(JsonNodeFactory.instance.objectNode().set(op, value), number);
            case "contains" -> contains(field, value);
            case "containsAny" -> stream(value).anyMatch(each -> contains(field, each));
            case "containsAll" -> stream(value).allMatch(each -> contains(field, each));
            case "startsWith" -> field.isTextual() && field.asText().startsWith(value.asText());
            case "endsWith" -> field.isTextual() && field.asText().endsWith(value.asText());
            case "matches" ->
                field.isTextual()
                        && Pattern.compile(value.asText())
                                .matcher(field.asText())
                                .find();
            case "exists" -> true;
            case "missing" -> false;
            case "before" -> t != null && t.isBefore(moment(value));
            case "after" -> t != null && t.isAfter(moment(value));
            case "withinLast" ->
                t != null && !t.isAfter(now) && minus(now, value.asText()).isBefore(t);
            case "olderThan" -> t != null && !t.isAfter(minus(now, value.asText()));
            default -> throw new IllegalArgumentException(op);
        };
    }

    private static boolean equal(JsonNode one, JsonNode other) {
        boolean areNumbers = one.isNumber() || other.isNumber();
        return areNumbers
                ? decimal(one) != null && decimal(other) != null && decimal(one).compareTo(decimal(other)) == 0
                : one.equals(other);
    }

    private static boolean contains(JsonNode field, JsonNode value) {
        return field.isArray()
                ? stream(field).anyMatch(each -> equal(each, value))
                : field.isTextual() && value.isTextual() && field.asText().contains(value.asText());
    }
}
