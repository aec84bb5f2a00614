package io.rapport.gateway.tracking;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.rapport.events.rules.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One streaming pass over a body that finds every event in it. A body that holds none, or no JSON, is a 400. */
final class EnvelopeScanner {
    private final Utf8Body body;
    private final JsonScanner json;
    private final JsonParser parser;
    private final EventScanner events;
    private final ScannedEvent outer = new ScannedEvent(0);

    private EnvelopeScanner(Utf8Body body) throws IOException {
        this.body = body;
        this.json = new JsonScanner(body);
        this.parser = json.parser();
        this.events = new EventScanner(json);
    }

    /** A body that is one event. */
    static Envelope single(Utf8Body body) {
        return scan(body, EnvelopeScanner::single);
    }

    /** A body that holds events in its {@code batch}. */
    static Envelope batch(Utf8Body body) {
        return scan(body, EnvelopeScanner::batch);
    }

    private interface Scan {
        Envelope by(EnvelopeScanner scanner) throws IOException;
    }

    private static Envelope scan(Utf8Body body, Scan scan) {
        try {
            return scan.by(new EnvelopeScanner(body));
        } catch (JsonProcessingException e) {
            throw Malformed.json("it " + where(e.getLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String where(@Nullable JsonLocation location) {
        return location == null ? "cannot be read" : "goes wrong or breaks off at byte " + location.getByteOffset();
    }

    private Envelope single() throws IOException {
        begin();
        ScannedEvent event = events.scan();
        end();
        return new Envelope(List.of(event), event.writeKey, null, null, null, null);
    }

    private Envelope batch() throws IOException {
        begin();
        List<ScannedEvent> found = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            found = name.equals("batch") ? elements() : beside(name, found);
        }
        end();
        if (found == null) {
            throw Malformed.envelope("/batch", "The field batch is missing.");
        }
        checkOuter(found);
        return new Envelope(found, outer.writeKey, outer.sentAt, outer.context, outer.userAgent, outer.integrations);
    }

    private void begin() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw Malformed.envelope("", "The body must be a JSON object.");
        }
    }

    private void end() throws IOException {
        if (parser.nextToken() != null) {
            throw Malformed.json("something follows the object");
        }
    }

    private List<ScannedEvent> elements() throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw Malformed.envelope("/batch", "The field batch must be an array.");
        }
        List<ScannedEvent> found = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            found.add(events.scan());
        }
        return found;
    }

    /** A field beside the batch; those that events have too mean the same for all of them. */
    private @Nullable List<ScannedEvent> beside(String name, @Nullable List<ScannedEvent> found) throws IOException {
        switch (name) {
            case "context", "integrations", "sentAt", "writeKey" -> events.field(outer, name);
            default -> json.pass(outer, 1);
        }
        return found;
    }

    private void checkOuter(List<ScannedEvent> found) {
        int first = found.isEmpty() ? body.bytes().length : found.get(0).start;
        int last = found.isEmpty() ? first : found.get(found.size() - 1).end;
        if (body.nulBetween(0, first) || body.nulBetween(last, body.bytes().length)) {
            throw Malformed.envelope("", "A NUL character stands beside the batch.");
        }
        Rejection fault = outer.fault();
        if (fault != null) {
            throw Malformed.event(fault);
        }
    }
}
