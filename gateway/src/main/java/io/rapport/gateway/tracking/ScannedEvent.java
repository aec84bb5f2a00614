package io.rapport.gateway.tracking;

import io.rapport.events.rules.Rejection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one pass over a body found out about an event; null is what the event lacks. Filled in by {@link EventScanner}. */
final class ScannedEvent {
    final int start;
    int end;

    /** Whether it is an object, and not an empty one. */
    boolean hasFields;

    /** Whether it is too deep, or has numbers too large, to be read as a tree by anybody. */
    boolean unreadable;

    @Nullable
    String type;

    @Nullable
    String messageId;

    @Nullable
    String userId;

    @Nullable
    String anonymousId;

    @Nullable
    String previousId;

    @Nullable
    String groupId;

    @Nullable
    String name;

    @Nullable
    String writeKey;

    @Nullable
    Instant timestamp;

    @Nullable
    Instant originalTimestamp;

    @Nullable
    Instant sentAt;

    @Nullable
    Span context;

    @Nullable
    String userAgent;

    boolean contextHasIp;
    boolean contextHasUserAgent;
    boolean contextHasLocation;

    @Nullable
    Span integrations;

    private @Nullable Rejection fault;

    ScannedEvent(int start) {
        this.start = start;
    }

    int length() {
        return end - start;
    }

    /** The first thing that was found wrong, or null. */
    @Nullable
    Rejection fault() {
        return fault;
    }

    void fault(Rejection found) {
        fault = fault == null ? found : fault;
    }
}
