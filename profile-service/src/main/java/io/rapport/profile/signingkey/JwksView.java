package io.rapport.profile.signingkey;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A JSON Web Key Set (RFC 7517, 5) of public keys. */
@Schema(example = "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"…\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\"…\",\"e\":\"AQAB\"}]}")
record JwksView(List<SigningKey> keys) {
    /** The keys are JSON already. */
    @JsonValue
    @JsonRawValue
    String json() {
        return keys.stream().map(SigningKey::publicJwk).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }
}
