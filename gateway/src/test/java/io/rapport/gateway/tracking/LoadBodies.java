package io.rapport.gateway.tracking;

import io.vertx.core.buffer.Buffer;

/** What the load generator sends. */
public final class LoadBodies {
    public static final int EVENTS = 100;

    private static final Buffer BATCH = Buffer.buffer(ScanRate.batch());

    private LoadBodies() {}

    /** A batch of events of about 600 bytes. */
    public static Buffer batch() {
        return BATCH;
    }

    public static Buffer decide(int visitor) {
        return Buffer.buffer("{\"anonymousId\":\"a-" + visitor
                + "\",\"placements\":[\"home.top-picks\"],\"context\":{\"page\":\"home\",\"locale\":\"nl-NL\"}}");
    }
}
