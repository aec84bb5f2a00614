package io.rapport.recommendation.session;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** The check sum of a block: CRC-32C of its number and its payload. */
final class BlockSum {
    private BlockSum() {}

    static int of(long number, byte[] payload, int length) {
        CRC32C sum = new CRC32C();
        sum.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
        sum.update(payload, 0, length);
        return (int) sum.getValue();
    }
}
