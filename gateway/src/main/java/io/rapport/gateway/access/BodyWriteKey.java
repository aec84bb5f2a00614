package io.rapport.gateway.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The {@code writeKey} that stands in a JSON body, for clients that cannot send headers. */
public final class BodyWriteKey {
    private static final JsonFactory JSON = new JsonFactory();

    private BodyWriteKey() {}

    /** The key; a body without one is a 401. */
    public static String in(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                return in(parser);
            }
        } catch (IOException e) {
            throw Credentials.missing();
        }
        throw Credentials.missing();
    }

    private static String in(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean key = parser.currentName().equals("writeKey");
            if (parser.nextToken() == JsonToken.VALUE_STRING && key) {
                return parser.getText();
            }
            parser.skipChildren();
        }
        throw Credentials.missing();
    }
}
