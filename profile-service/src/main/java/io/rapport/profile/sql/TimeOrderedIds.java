package io.rapport.profile.sql;

import io.rapport.platform.clock.SystemTime;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** UUIDs of version 7 (RFC 9562, section 5.7): new rows lie side by side in their indexes. Runs on system time. */
@SystemTime("ids lie in the order of their making")
public final class TimeOrderedIds {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedIds() {}

    public static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (System.currentTimeMillis() << 16) | VERSION | (random.nextLong() & 0xfff);
        return new UUID(high, VARIANT | (random.nextLong() >>> 2));
    }
}
