package io.rapport.dev.imports.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** Tells a file from others, and from what it was before: its size, its first and its last million bytes. */
final class Fingerprint {
    private static final int PART = 1 << 20;

    private Fingerprint() {}

    static void add(Path file, MessageDigest digest) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).flip());
            digest.update(part(channel, 0));
            digest.update(part(channel, Math.max(0, size - PART)));
        }
    }

    private static ByteBuffer part(FileChannel channel, long from) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(PART);
        int read = 0;
        while (part.hasRemaining() && read >= 0) {
            read = channel.read(part, from + part.position());
        }
        return part.flip();
    }
}
