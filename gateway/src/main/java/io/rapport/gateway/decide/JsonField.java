package io.rapport.gateway.decide;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Takes one object out of another's JSON as the bytes that it is. */
final class JsonField {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonField() {}

    /** The object in that field; where there is none, that is the {@link IllegalStateException} of a broken contract. */
    static Buffer of(Buffer json, String name) {
        try (JsonParser parser = JSON.createParser(json.getBytes())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(name);
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                if (found && parser.currentToken() == JsonToken.END_OBJECT) {
                    return json.slice(start, (int) parser.currentLocation().getByteOffset());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("No object '" + name + "' in the answer");
    }
}
