package io.rapport.gateway.tracking;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.rapport.events.rules.EventLimits;
import io.rapport.events.rules.Numerals;
import io.rapport.events.rules.Rejection;
import java.io.IOException;

/** Goes over JSON without building anything of it, and checks what no store would take: depth and numbers. */
final class JsonScanner {
    /** The sizes are checked per event; the parser itself shall not refuse a whole batch for one event's sake. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(EventLimits.EVENT_BYTES + 16)
                    .maxNumberLength(EventLimits.BATCH_BYTES)
                    .maxNameLength(EventLimits.BATCH_BYTES)
                    .build())
            .build();

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
            if (level > EventLimits.DEPTH) {
                unreadable(event, Rejection.TOO_DEEP);
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
        boolean mayHaveExponent = token == JsonToken.VALUE_NUMBER_FLOAT;
        if (Numerals.outOfRange(
                parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength(), mayHaveExponent)) {
            unreadable(event, Rejection.NUMBER);
        }
    }
}
