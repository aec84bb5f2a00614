package io.rapport.profile.deadletter;

import io.rapport.profile.problem.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which dead letters; what is null lets all of them through. */
record DeadLetterFilter(
        @Nullable @Schema(description = "The full name of the topic", examples = "rapport.raw-events")
        String topic,

        @Nullable @Schema(description = "The consumer group", examples = "rapport.profile-service")
        String group,

        @Nullable @Schema(description = "The kind of fault", examples = "PgException")
        String reason) {
    static final DeadLetterFilter ALL = new DeadLetterFilter(null, null, null);

    DeadLetterFilter validated() {
        new Fields()
                .optional("/topic", topic, 300)
                .optional("/group", group, 300)
                .optional("/reason", reason, 300)
                .end();
        return this;
    }
}
