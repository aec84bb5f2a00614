package io.rapport.platform.profiles;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.rapport.events.EventResolved;
import io.rapport.events.EventsJson;
import io.rapport.events.ProfileEvent;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Tells the kind of an event by its first field, where whoever writes one puts it; most are visitors' and long. */
final class ProfileEventKind {
    private static final String KIND = "kind";
    private static final String RESOLVED = "event-resolved";

    private ProfileEventKind() {}

    static boolean isResolved(byte[] event) {
        try (JsonParser parser = EventsJson.mapper().createParser(event)) {
            boolean first = parser.nextToken() == JsonToken.START_OBJECT && KIND.equals(parser.nextFieldName());
            return first
                    ? RESOLVED.equals(parser.nextTextValue())
                    : EventsJson.read(event, ProfileEvent.class) instanceof EventResolved;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
