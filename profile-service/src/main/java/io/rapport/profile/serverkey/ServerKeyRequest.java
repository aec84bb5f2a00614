package io.rapport.profile.serverkey;

import io.rapport.profile.problem.Fields;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which key an operator wants. */
record ServerKeyRequest(
        @Schema(required = true, examples = "Order export") String name,

        @Schema(required = true, description = "`<resource>:read`, `<resource>:write`, `<resource>:*` or `*`.")
        List<String> scopes,

        @Nullable @Schema(description = "The source that its events belong to.", defaultValue = "server")
        String sourceId) {
    ServerKeyRequest validated() {
        Fields fields = new Fields().text("/name", name, 200).required("/scopes", scopes);
        List<String> asked = scopes == null ? List.of() : scopes;
        for (int i = 0; i < asked.size(); i++) {
            fields.check(
                    asked.get(i) != null && Scope.isValid(asked.get(i)), "/scopes/" + i, "There is no such scope.");
        }
        fields.end();
        return this;
    }
}
