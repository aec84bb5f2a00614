package io.rapport.recommendation.serving;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of answers, in the order of their time: UUID version 7 (RFC 9562, section 5.7). */
final class DecisionId {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private DecisionId() {}

    static UUID at(long epochMillis) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = epochMillis << 16 | VERSION_7 | random.nextInt(0x1000);
        long low = VARIANT | random.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
