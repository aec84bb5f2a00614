package io.rapport.gateway.tracking;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.rapport.events.rules.EventLimits;
import io.rapport.events.rules.Rejection;
import io.rapport.events.rules.Timestamps;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads of one event the handful of fields that intake needs, and where it and its context stand in the body. */
final class EventScanner {
    private final JsonScanner json;
    private final JsonParser parser;
    private final NestedScanner nested;

    EventScanner(JsonScanner json) {
        this.json = json;
        this.parser = json.parser();
        this.nested = new NestedScanner(json);
    }

    /** The event that begins with the current token. */
    ScannedEvent scan() throws IOException {
        ScannedEvent event = new ScannedEvent(json.tokenStart());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            fields(event);
        } else {
            event.fault(Rejection.NOT_AN_OBJECT);
            json.pass(event, 0);
            parser.finishToken();
        }
        event.end = json.tokenEnd();
        return event;
    }

    private void fields(ScannedEvent event) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            event.hasFields = true;
            field(event, name);
        }
    }

    /** Reads the field of that name, whose value begins with the current token. */
    void field(ScannedEvent event, String name) throws IOException {
        switch (name) {
            case "type" -> event.type = text(event, name, EventLimits.NAME_CHARS);
            case "messageId" -> event.messageId = text(event, name, EventLimits.MESSAGE_ID_CHARS);
            case "userId" -> event.userId = text(event, name, EventLimits.ID_CHARS);
            case "anonymousId" -> event.anonymousId = text(event, name, EventLimits.ID_CHARS);
            case "previousId" -> event.previousId = text(event, name, EventLimits.ID_CHARS);
            case "groupId" -> event.groupId = text(event, name, EventLimits.ID_CHARS);
            case "event" -> event.name = text(event, name, EventLimits.NAME_CHARS);
            case "name" -> text(event, name, EventLimits.NAME_CHARS);
            case "writeKey" -> event.writeKey = text(event, name, EventLimits.ID_CHARS);
            case "timestamp" -> event.timestamp = time(event, name);
            case "originalTimestamp" -> event.originalTimestamp = time(event, name);
            case "sentAt" -> event.sentAt = time(event, name);
            case "context" -> nested.context(event);
            case "integrations" -> nested.integrations(event);
            case "properties" -> nested.properties(event);
            case "traits" -> nested.traits(event);
            default -> json.pass(event, 1);
        }
    }

    /** A string with something in it, else null; what is no string is a fault. */
    private @Nullable String text(ScannedEvent event, String name, int most) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_STRING) {
            event.fault(Rejection.wrongType(name, "a string"));
            json.pass(event, 1);
            return null;
        }
        if (parser.getTextLength() > most) {
            event.fault(Rejection.tooLong(name, most));
            return null;
        }
        String text = parser.getText();
        return text.isBlank() ? null : text;
    }

    private @Nullable Instant time(ScannedEvent event, String name) throws IOException {
        String text = text(event, name, EventLimits.NAME_CHARS);
        Instant time = text == null ? null : Timestamps.parse(text);
        if (text != null && time == null) {
            event.fault(Rejection.wrongType(name, "an RFC 3339 timestamp"));
        }
        return time;
    }
}
