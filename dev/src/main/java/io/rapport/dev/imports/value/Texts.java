package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;

/** Values as text. */
public final class Texts {
    private static final int WRITTEN_OUT = 100;

    private Texts() {}

    public static String of(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        return value.isNumber() ? plain(value.decimalValue()) : value.toString();
    }

    /** Without an exponent, save for numbers that nobody wants to see written out. */
    private static String plain(BigDecimal number) {
        return Math.abs((long) number.scale()) > WRITTEN_OUT ? number.toString() : number.toPlainString();
    }

    /** Empty text is as good as none. */
    static JsonNode node(String text) {
        return text.isEmpty() ? MissingNode.getInstance() : TextNode.valueOf(text);
    }
}
