package io.rapport.profile.condition.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.re2j.Pattern;
import io.rapport.profile.condition.time.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What an operator compares with. */
public sealed interface Operand {
    /** As operators write it; a missing node for nothing. */
    JsonNode toJson();

    /** {@code exists} and {@code missing} take none. */
    record None() implements Operand {
        @Override
        public JsonNode toJson() {
            return MissingNode.getInstance();
        }
    }

    /** A text, number or truth value. */
    record Scalar(JsonNode value) implements Operand {
        @Override
        public JsonNode toJson() {
            return canonical(value);
        }
    }

    record Scalars(List<JsonNode> values) implements Operand {
        public Scalars {
            values = List.copyOf(values);
        }

        @Override
        public JsonNode toJson() {
            return JsonNodeFactory.instance
                    .arrayNode()
                    .addAll(values.stream().map(Operand::canonical).toList());
        }
    }

    record Decimal(BigDecimal value) implements Operand {
        @Override
        public JsonNode toJson() {
            return number(value);
        }
    }

    /** Both ends are within. */
    record Range(BigDecimal low, BigDecimal high) implements Operand {
        @Override
        public JsonNode toJson() {
            return JsonNodeFactory.instance.arrayNode().add(number(low)).add(number(high));
        }
    }

    record Text(String value) implements Operand {
        @Override
        public JsonNode toJson() {
            return TextNode.valueOf(value);
        }
    }

    /** A regular expression in the syntax of RE2, which takes time linear in the text whatever it is. */
    record Expression(Pattern pattern) implements Operand {
        @Override
        public JsonNode toJson() {
            return TextNode.valueOf(pattern.pattern());
        }
    }

    record Moment(Instant at) implements Operand {
        @Override
        public JsonNode toJson() {
            return TextNode.valueOf(at.toString());
        }
    }

    record Ago(Span span) implements Operand {
        @Override
        public JsonNode toJson() {
            return TextNode.valueOf(span.toString());
        }
    }

    record Circle(double lat, double lon, double km) implements Operand {
        @Override
        public JsonNode toJson() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("lat", lat)
                    .put("lon", lon)
                    .put("km", km);
        }
    }

    private static JsonNode canonical(JsonNode scalar) {
        BigDecimal number = scalar.isNumber() ? Decimals.of(scalar) : null;
        return number == null ? scalar : number(number);
    }

    private static JsonNode number(BigDecimal value) {
        return DecimalNode.valueOf(new BigDecimal(Decimals.canonical(value)));
    }
}
