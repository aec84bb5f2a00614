package io.rapport.dev.imports.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A request's body, gzipped. */
@SuppressWarnings("ArrayRecordComponent") // payloads are never compared
record Payload(String path, String contentType, byte[] gzipped) {
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static Payload of(String path, String contentType, Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (OutputStream out = new GZIPOutputStream(bytes, 1 << 13)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Payload(path, contentType, bytes.toByteArray());
    }
}
