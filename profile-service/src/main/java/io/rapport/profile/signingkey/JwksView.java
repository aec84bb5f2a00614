package io.rapport.profile.signingkey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A JSON Web Key Set (RFC 7517, 5) of public keys. */
record JwksView(
        @Schema(type = SchemaType.ARRAY, implementation = Object.class, description = "RSA public keys (RFC 7517, 4)")
        List<JsonNode> keys) {
    static JwksView of(List<SigningKey> keys) {
        return new JwksView(keys.stream().map(JwksView::jwk).toList());
    }

    private static JsonNode jwk(SigningKey key) {
        try {
            return EventsJson.mapper().readTree(key.publicJwk());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
