package io.rapport.profile.computed.behaviour;

import io.rapport.events.EventType;
import io.rapport.profile.condition.Json;
import io.rapport.profile.condition.SeenEvent;
import java.time.Duration;
import java.time.Instant;

/** Calls as tests write them, counted from {@link #START}. */
final class Calls {
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    static final Instant NOW = START.plus(Duration.ofDays(3_000));
    static final String PHONE = "{'userAgent':'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Mobile/15E148'}";

    private Calls() {}

    static Instant at(String after) {
        return START.plus(Duration.parse(after));
    }

    static Call track(String after, String name, String properties) {
        return call(EventType.TRACK, at(after), name, properties, PHONE);
    }

    static Call page(String after) {
        return call(EventType.PAGE, at(after), "Home", "{}", PHONE);
    }

    /** As a back end tells it. */
    static Call told(String after, String name, String properties) {
        return call(EventType.TRACK, at(after), name, properties, "{}");
    }

    static Call call(EventType type, Instant at, String name, String properties, String context) {
        return new Call(type, new SeenEvent(name, at, Json.of(properties), Json.of(context)));
    }
}
