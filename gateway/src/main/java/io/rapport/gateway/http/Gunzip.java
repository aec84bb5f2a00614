package io.rapport.gateway.http;

import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks a body (RFC 1952), and stops at the limit however much more there would be. */
public final class Gunzip {
    private Gunzip() {}

    /** The body as the header says that it is coded; codings other than gzip are a 415. */
    public static byte[] decode(byte[] body, @Nullable String contentEncoding, int most) {
        if (contentEncoding == null || contentEncoding.isBlank() || contentEncoding.equalsIgnoreCase("identity")) {
            return checked(body, body.length, most);
        }
        if (!contentEncoding.equalsIgnoreCase("gzip") && !contentEncoding.equalsIgnoreCase("x-gzip")) {
            throw Problem.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Of content codings only gzip is understood.");
        }
        return inflate(body, most);
    }

    private static byte[] inflate(byte[] body, int most) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body), 8192)) {
            byte[] bytes = new byte[Math.min(most + 1, Math.max(1024, body.length * 4))];
            int length = 0;
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes, length, bytes.length - length)) {
                length += n;
                checked(bytes, length, most);
                bytes = length < bytes.length ? bytes : Arrays.copyOf(bytes, Math.min(most + 1, length * 2));
            }
            return Arrays.copyOf(bytes, length);
        } catch (IOException e) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, "The body is not whole gzip.");
        }
    }

    private static byte[] checked(byte[] bytes, int length, int most) {
        if (length > most) {
            throw Problem.of(
                    CommonProblem.PAYLOAD_TOO_LARGE, "Unpacked, the body may have " + most + " bytes at most.");
        }
        return bytes;
    }
}
