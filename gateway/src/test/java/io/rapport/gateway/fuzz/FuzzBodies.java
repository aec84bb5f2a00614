package io.rapport.gateway.fuzz;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Requests for the tracking routes: sound ones, and mutations of them down to single bytes. */
final class FuzzBodies {
    private static final List<String> SINGLE =
            List.of("/v1/track", "/v1/t/", "/v1/identify", "/v1/page", "/v1/screen", "/v1/g", "/v1/alias", "/v1/i");
    private static final List<String> BATCH = List.of("/v1/batch", "/v1/b", "/v1/batch/", "/v1/import");

    private final Random random;
    private final FuzzJson json;

    FuzzBodies(Random random) {
        this.random = random;
        this.json = new FuzzJson(random);
    }

    FuzzRequest next() {
        boolean batch = random.nextBoolean();
        List<String> paths = batch ? BATCH : SINGLE;
        String path = paths.get(random.nextInt(paths.size()));
        byte[] body = (batch ? json.batch() : json.event()).getBytes(StandardCharsets.UTF_8);
        if (json.chance(5)) {
            body = mutated(body);
        }
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", json.chance(3) ? "text/plain" : "application/json");
        if (json.chance(6)) {
            headers.put("Content-Encoding", json.chance(20) ? "br" : "gzip");
            body = damaged(gzip(body));
        }
        return new FuzzRequest(path, headers, Buffer.buffer(body));
    }

    private byte[] mutated(byte[] body) {
        return switch (random.nextInt(7)) {
            case 0 -> Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 1 -> withByte(body, random.nextInt(256));
            case 2 -> withByte(body, 0);
            case 3 -> inserted(body, new byte[] {(byte) 0xC0, (byte) 0x80});
            case 4 -> inserted(body, new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80});
            case 5 -> inserted(body, " ".repeat(random.nextInt(2_000)).getBytes(StandardCharsets.UTF_8));
            default -> json.chance(4) ? inserted(body, "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8)) : body;
        };
    }

    private byte[] withByte(byte[] body, int value) {
        byte[] changed = body.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] = (byte) value;
        }
        return changed;
    }

    private byte[] inserted(byte[] body, byte[] more) {
        int at = random.nextInt(body.length + 1);
        byte[] longer = new byte[body.length + more.length];
        System.arraycopy(body, 0, longer, 0, at);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(body, at, longer, at + more.length, body.length - at);
        return longer;
    }

    private byte[] damaged(byte[] packed) {
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(packed, random.nextInt(packed.length));
            case 1 -> withByte(packed, random.nextInt(256));
            default -> packed;
        };
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
