package io.rapport.dev.imports.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/** A file as text: unpacked when its first bytes say that it is gzip, in the charset that its byte order mark names. */
final class TextFile {
    private static final int BUFFER = 1 << 16;

    private TextFile() {}

    static Reader open(Path file, Charset charset, AtomicLong bytesRead) throws IOException {
        InputStream raw = new BufferedInputStream(new CountingStream(Files.newInputStream(file), bytesRead), BUFFER);
        try {
            InputStream bytes = isGzip(raw) ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
            return new InputStreamReader(
                    bytes,
                    afterMark(bytes, charset)
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static boolean isGzip(InputStream raw) throws IOException {
        byte[] first = peek(raw, 2);
        return first.length == 2 && first[0] == 0x1f && first[1] == (byte) 0x8b;
    }

    /** Skips a byte order mark, which is stronger than what the mapping says. */
    private static Charset afterMark(InputStream bytes, Charset charset) throws IOException {
        byte[] first = peek(bytes, 3);
        if (startsWith(first, 0xEF, 0xBB, 0xBF)) {
            bytes.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if (startsWith(first, 0xFE, 0xFF)) {
            bytes.skipNBytes(2);
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(first, 0xFF, 0xFE)) {
            bytes.skipNBytes(2);
            return StandardCharsets.UTF_16LE;
        }
        return charset;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        boolean same = bytes.length >= mark.length;
        for (int i = 0; same && i < mark.length; i++) {
            same = (bytes[i] & 0xFF) == mark[i];
        }
        return same;
    }

    private static byte[] peek(InputStream stream, int length) throws IOException {
        stream.mark(length);
        byte[] first = stream.readNBytes(length);
        stream.reset();
        return first;
    }
}
