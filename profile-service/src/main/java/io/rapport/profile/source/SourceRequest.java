package io.rapport.profile.source;

import io.rapport.events.SourceType;
import io.rapport.profile.problem.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an operator describes a source. */
record SourceRequest(
        @Schema(required = true, examples = "Web shop") String name,
        @Schema(required = true, examples = "web") SourceType type,

        @Schema(description = "Whether events that name a user need a user token.", defaultValue = "false")
        boolean requireUserToken) {
    SourceRequest validated() {
        new Fields().text("/name", name, 200).required("/type", type).end();
        return this;
    }
}
