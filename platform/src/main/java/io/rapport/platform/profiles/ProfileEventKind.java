package io.rapport.platform.profiles;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.rapport.events.EventResolved;
import io.rapport.events.EventsJson;
import io.rapport.events.ProfileEvent;
import io.rapport.events.SegmentEntered;
import io.rapport.events.SegmentExited;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * Tells the kind of an event by its first field, where whoever writes one puts it: most are visitors' and long, and those,
 * like memberships of segments, are a feature's own affair.
 */
final class ProfileEventKind {
    private static final String KIND = "kind";
    private static final Set<String> OF_FEATURES = Set.of("event-resolved", "segment-entered", "segment-exited");

    private ProfileEventKind() {}

    static boolean isOfFeatures(byte[] event) {
        try (JsonParser parser = EventsJson.mapper().createParser(event)) {
            boolean first = parser.nextToken() == JsonToken.START_OBJECT && KIND.equals(parser.nextFieldName());
            return first
                    ? OF_FEATURES.contains(parser.nextTextValue())
                    : isOfFeatures(EventsJson.read(event, ProfileEvent.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfFeatures(ProfileEvent event) {
        return event instanceof EventResolved || event instanceof SegmentEntered || event instanceof SegmentExited;
    }
}
