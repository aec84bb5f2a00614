package io.rapport.profile.trait;

import com.fasterxml.jackson.databind.JsonNode;

/** An event as traits name it: by its source and the message id that the source gave it. */
public record Message(String source, String id) {
    static Message of(JsonNode stamp) {
        Stamp said = Stamp.of(stamp);
        return new Message(said.source(), said.event());
    }
}
