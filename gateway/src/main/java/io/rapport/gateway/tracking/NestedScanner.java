package io.rapport.gateway.tracking;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.rapport.events.rules.Rejection;
import io.rapport.gateway.agent.UserAgents;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Goes over the objects inside an event: remembers where context and integrations stand, and checks prices. */
final class NestedScanner {
    private final JsonScanner json;
    private final JsonParser parser;

    NestedScanner(JsonScanner json) {
        this.json = json;
        this.parser = json.parser();
    }

    void context(ScannedEvent event) throws IOException {
        int start = json.tokenStart();
        event.contextHasIp = false;
        event.contextHasUserAgent = false;
        event.contextHasLocation = false;
        event.userAgent = null;
        if (!isObject(event, "context")) {
            event.context = notAnObject(start);
            return;
        }
        int fields = 0;
        for (String name = next(); name != null; name = next()) {
            fields++;
            event.contextHasIp |= name.equals("ip");
            event.contextHasLocation |= name.equals("location");
            if (name.equals("userAgent")) {
                event.contextHasUserAgent = true;
                event.userAgent = userAgent();
            }
            json.pass(event, 2);
        }
        event.context = object(start, fields);
    }

    private @Nullable String userAgent() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return null;
        }
        int length = Math.min(parser.getTextLength(), UserAgents.LONGEST);
        return new String(parser.getTextCharacters(), parser.getTextOffset(), length);
    }

    void integrations(ScannedEvent event) throws IOException {
        int start = json.tokenStart();
        if (!isObject(event, "integrations")) {
            event.integrations = notAnObject(start);
            return;
        }
        int fields = 0;
        for (String name = next(); name != null; name = next()) {
            fields++;
            json.pass(event, 2);
        }
        event.integrations = object(start, fields);
    }

    void traits(ScannedEvent event) throws IOException {
        if (isObject(event, "traits")) {
            json.pass(event, 1);
        }
    }

    void properties(ScannedEvent event) throws IOException {
        if (!isObject(event, "properties")) {
            return;
        }
        for (String name = next(); name != null; name = next()) {
            if (name.equals("products") && parser.currentToken() == JsonToken.START_ARRAY) {
                products(event);
            } else {
                price(event, name, Rejection.NEGATIVE_PRICE);
                json.pass(event, 2);
            }
        }
    }

    private void products(ScannedEvent event) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                for (String name = next(); name != null; name = next()) {
                    price(event, name, Rejection.NEGATIVE_PRODUCT_PRICE);
                    json.pass(event, 4);
                }
            } else {
                json.pass(event, 3);
            }
        }
    }

    private void price(ScannedEvent event, String name, Rejection rejection) throws IOException {
        if (name.equals("price") && parser.currentToken().isNumeric() && isNegative()) {
            event.fault(rejection);
        }
    }

    /** A look at the sign spares almost every price the reading of its digits. */
    private boolean isNegative() throws IOException {
        return parser.getTextLength() > 0
                && parser.getTextCharacters()[parser.getTextOffset()] == '-'
                && parser.getDoubleValue() < 0;
    }

    /** Goes on to the next field's value and returns the field's name, or null at the object's end. */
    private @Nullable String next() throws IOException {
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            return null;
        }
        String name = parser.currentName();
        parser.nextToken();
        return name;
    }

    /** Whether an object begins here; if not, null is fine and all else is a fault. */
    private boolean isObject(ScannedEvent event, String name) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return true;
        }
        if (token != JsonToken.VALUE_NULL) {
            event.fault(Rejection.wrongType(name, "an object"));
            json.pass(event, 1);
        }
        return false;
    }

    private Span notAnObject(int start) {
        boolean isNull = parser.currentToken() == JsonToken.VALUE_NULL;
        return new Span(start, json.tokenEnd(), isNull ? Span.Kind.NULL : Span.Kind.OTHER);
    }

    private Span object(int start, int fields) {
        return new Span(start, json.tokenEnd(), fields == 0 ? Span.Kind.EMPTY : Span.Kind.OBJECT);
    }
}
