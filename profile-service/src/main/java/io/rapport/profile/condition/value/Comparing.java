package io.rapport.profile.condition.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The operators that need no clock, on a field that is there. A field of a type that an operator cannot compare makes it
 * false, and so {@code ne} and {@code notIn} true.
 *
 * <p>Two values are equal if they are the same text or truth value, or if one of them is a JSON number (or money) and both
 * are numbers by {@link Decimals}. Two texts are compared as texts, so that the postcode "007" is not "7".
 */
public final class Comparing {
    private Comparing() {}

    /** Whether the operator holds; not for {@code withinLast} and {@code olderThan}. */
    public static boolean holds(Op op, Operand operand, JsonNode field) {
        return switch (op) {
            case EQ -> isEqual(field, scalar(operand));
            case NE -> !isEqual(field, scalar(operand));
            case IN -> isAny(field, scalars(operand));
            case NOT_IN -> !isAny(field, scalars(operand));
            case GT -> compares(field, number(operand), sign -> sign > 0);
            case GTE -> compares(field, number(operand), sign -> sign >= 0);
            case LT -> compares(field, number(operand), sign -> sign < 0);
            case LTE -> compares(field, number(operand), sign -> sign <= 0);
            case BETWEEN -> isWithin(field, (Operand.Range) operand);
            case CONTAINS -> contains(field, scalar(operand));
            case STARTS_WITH -> field.isTextual() && field.textValue().startsWith(text(operand));
            case ENDS_WITH -> field.isTextual() && field.textValue().endsWith(text(operand));
            case MATCHES -> field.isTextual() && finds((Operand.Expression) operand, field.textValue());
            case EXISTS -> true;
            case MISSING -> false;
            case CONTAINS_ANY -> scalars(operand).stream().anyMatch(value -> contains(field, value));
            case CONTAINS_ALL -> scalars(operand).stream().allMatch(value -> contains(field, value));
            case BEFORE -> compares(Moments.of(field), moment(operand), sign -> sign < 0);
            case AFTER -> compares(Moments.of(field), moment(operand), sign -> sign > 0);
            case DISTANCE -> Sphere.isWithin(field, (Operand.Circle) operand);
            case WITHIN_LAST, OLDER_THAN -> throw new IllegalArgumentException(op + " needs a clock");
        };
    }

    private static JsonNode scalar(Operand operand) {
        return ((Operand.Scalar) operand).value();
    }

    private static List<JsonNode> scalars(Operand operand) {
        return ((Operand.Scalars) operand).values();
    }

    private static BigDecimal number(Operand operand) {
        return ((Operand.Decimal) operand).value();
    }

    private static String text(Operand operand) {
        return ((Operand.Text) operand).value();
    }

    private static Instant moment(Operand operand) {
        return ((Operand.Moment) operand).at();
    }

    static boolean isEqual(JsonNode one, JsonNode other) {
        if (isNumber(one) || isNumber(other)) {
            BigDecimal number = Decimals.of(one);
            return number != null && compares(other, number, sign -> sign == 0);
        }
        return one.isValueNode() && one.equals(other);
    }

    private static boolean isNumber(JsonNode node) {
        return node.isNumber() || Decimals.isMoney(node);
    }

    private static boolean isAny(JsonNode field, List<JsonNode> values) {
        return values.stream().anyMatch(value -> isEqual(field, value));
    }

    private static boolean compares(JsonNode field, BigDecimal value, IntPredicate sign) {
        return compares(Decimals.of(field), value, sign);
    }

    private static <T extends Comparable<T>> boolean compares(@Nullable T field, T value, IntPredicate sign) {
        return field != null && sign.test(field.compareTo(value));
    }

    private static boolean isWithin(JsonNode field, Operand.Range range) {
        return compares(field, range.low(), sign -> sign >= 0) && compares(field, range.high(), sign -> sign <= 0);
    }

    /** A text contains a text; an array an element that is equal. */
    private static boolean contains(JsonNode field, JsonNode value) {
        if (field.isArray()) {
            for (JsonNode element : field) {
                if (isEqual(element, value)) {
                    return true;
                }
            }
            return false;
        }
        return field.isTextual() && value.isTextual() && field.textValue().contains(value.textValue());
    }

    /** Anywhere in the text, as in PostgreSQL and JavaScript: {@code ^} and {@code $} anchor it. */
    private static boolean finds(Operand.Expression expression, String text) {
        return expression.pattern().matcher(text).find();
    }

    /** How values are told apart where different ones are counted: numbers by value, and "5" is 5. Null if it is no scalar. */
    public static @Nullable String canonical(JsonNode node) {
        if (isNumber(node)) {
            BigDecimal number = Decimals.of(node);
            return number == null ? null : Decimals.canonical(number);
        }
        return node.isValueNode() && !node.isNull() ? node.asText() : null;
    }
}
