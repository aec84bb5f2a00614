package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.rapport.dev.imports.value.Moments;
import io.rapport.dev.imports.value.Numbers;
import io.rapport.dev.imports.value.Texts;
import io.rapport.dev.imports.value.Unfit;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a field of the suite holds, and how a mapped value becomes that. */
enum FieldType {
    TEXT {
        @Override
        JsonNode fit(JsonNode value) {
            return value.isTextual() ? value : TextNode.valueOf(single(value));
        }
    },
    NUMBER {
        @Override
        JsonNode fit(JsonNode value) {
            single(value);
            return DecimalNode.valueOf(Numbers.of(value));
        }
    },
    /** A whole number from 0 on. */
    COUNT {
        @Override
        JsonNode fit(JsonNode value) {
            BigDecimal count = Numbers.whole(value);
            if (count.signum() < 0 || count.compareTo(MOST) > 0) {
                throw new Unfit(count.toPlainString() + " is not a count from 0 to " + MOST);
            }
            return DecimalNode.valueOf(count);
        }
    },
    /** A number whose currency the record knows, or what the money transform made. */
    MONEY {
        @Override
        JsonNode fit(JsonNode value) {
            return value.isObject() && value.has("amount") && value.has("currency") ? value : NUMBER.fit(value);
        }
    },
    TIME {
        @Override
        JsonNode fit(JsonNode value) {
            return TextNode.valueOf(Moments.of(value).toString());
        }
    },
    /** Several, none of them twice. */
    TEXTS {
        @Override
        JsonNode fit(JsonNode value) {
            Set<JsonNode> texts = new LinkedHashSet<>();
            if (value.isArray()) {
                value.forEach(item -> texts.add(TEXT.fit(item)));
            } else {
                texts.add(TEXT.fit(value));
            }
            return JsonNodeFactory.instance.arrayNode().addAll(texts);
        }
    },
    ANY {
        @Override
        JsonNode fit(JsonNode value) {
            return value;
        }
    };

    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** The value as this type has it; an {@link Unfit} when it is none. */
    abstract JsonNode fit(JsonNode value);

    private static String single(JsonNode value) {
        if (value.isContainerNode()) {
            throw new Unfit("a single value is needed, not a list or an object");
        }
        return Texts.of(value);
    }
}
