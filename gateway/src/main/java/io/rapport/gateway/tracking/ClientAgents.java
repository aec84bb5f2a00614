package io.rapport.gateway.tracking;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which user agent each event of a request comes from: its own word goes before the batch's, and that before the connection's. */
record ClientAgents(Envelope envelope, Connection connection) {
    @Nullable
    String of(ScannedEvent event) {
        if (event.contextHasUserAgent) {
            return event.userAgent;
        }
        return envelope.userAgent() == null ? connection.userAgent() : envelope.userAgent();
    }

    Set<String> all() {
        Set<String> all = new HashSet<>();
        for (ScannedEvent event : envelope.events()) {
            String agent = of(event);
            if (agent != null && !agent.isBlank()) {
                all.add(agent);
            }
        }
        return all;
    }
}
