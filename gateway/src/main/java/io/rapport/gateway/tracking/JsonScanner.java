package io.rapport.gateway.tracking;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/** Goes over JSON without building anything of it, and checks what no store would take: depth and numbers. */
final class JsonScanner {
    /** The sizes are checked per event; the parser itself shall not refuse a whole batch for one event's sake. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.EVENT_BYTES + 16)
                    .maxNumberLength(Limits.BATCH_BYTES)
                    .maxNameLength(Limits.BATCH_BYTES)
                    .build())
            .build();

    private static final Rejection TOO_DEEP =
            new Rejection("too-deep", "Objects and arrays may be " + Limits.DEPTH + " levels deep at most.", null);
    private static final Rejection NUMBER = new Rejection(
            "number-out-of-range", "A number has more digits or a larger exponent than can be stored.", null);

    private final JsonParser parser;

    JsonScanner(Utf8Body body) throws IOException {
        this.parser = JSON.createParser(body.bytes());
    }

    JsonParser parser() {
        return parser;
    }

    /** Where the current token begins. */
    int tokenStart() {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    /** Where the current token, of a structure or finished, ends. */
    int tokenEnd() {
        return (int) parser.currentLocation().getByteOffset();
    }

    /** Passes over the value that begins with the current token, {@code depth} levels down; faults go to {@code event}. */
    void pass(ScannedEvent event, int depth) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isNumeric()) {
            number(event, token);
        } else if (token.isStructStart()) {
            passStructure(event, depth);
        }
    }

    private void passStructure(ScannedEvent event, int depth) throws IOException {
        int level = depth + 1;
        while (level > depth) {
            if (level > Limits.DEPTH) {
                unreadable(event, TOO_DEEP);
            }
            JsonToken token = parser.nextToken();
            if (token.isStructStart()) {
                level++;
            } else if (token.isStructEnd()) {
                level--;
            } else if (token.isNumeric()) {
                number(event, token);
            }
        }
    }

    private static void unreadable(ScannedEvent event, Rejection why) {
        event.unreadable = true;
        event.fault(why);
    }

    private void number(ScannedEvent event, JsonToken token) throws IOException {
        int length = parser.getTextLength();
        if (length > Limits.NUMBER_CHARS || (token == JsonToken.VALUE_NUMBER_FLOAT && exponent(length) > 308)) {
            unreadable(event, NUMBER);
        }
    }

    /** The magnitude of a float's exponent; 0 where none is written. */
    private int exponent(int length) throws IOException {
        char[] text = parser.getTextCharacters();
        int at = parser.getTextOffset();
        int end = at + length;
        while (at < end && (text[at] | 0x20) != 'e') {
            at++;
        }
        int magnitude = 0;
        for (at++; at < end; at++) {
            magnitude = text[at] < '0' ? magnitude : Math.min(magnitude * 10 + text[at] - '0', 10_000);
        }
        return magnitude;
    }
}
