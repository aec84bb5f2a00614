package io.rapport.gateway.limits;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Whom an address stands for: itself, or with IPv6 its /64, for that is what one subscriber gets (RFC 6177) and may take any of
 * its 2^64 addresses.
 */
final class Network {
    private static final int IPV6_BYTES = 16;
    private static final int MAPPED_FROM = 12;

    private Network() {}

    static String of(String address) {
        byte[] bytes = address.indexOf(':') < 0 ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length != IPV6_BYTES) {
            return address;
        }
        return isMapped(bytes)
                ? NetUtil.bytesToIpAddress(Arrays.copyOfRange(bytes, MAPPED_FROM, IPV6_BYTES))
                : HexFormat.of().formatHex(bytes, 0, IPV6_BYTES / 2) + "/64";
    }

    /** IPv4 in IPv6's clothes (RFC 4291, section 2.5.5.2). */
    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < MAPPED_FROM - 2; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[MAPPED_FROM - 2] == -1 && bytes[MAPPED_FROM - 1] == -1;
    }
}
