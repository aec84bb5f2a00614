package io.rapport.dev.servers;

import java.nio.file.Path;

/**
 * Where a server lives.
 *
 * @param data its own folder
 * @param runtime where binaries are unpacked to, shared by servers
 * @param log gets its output
 */
public record ServerPlace(Path data, Path runtime, Path log, int port, Durability durability) {
    boolean relaxed() {
        return durability == Durability.RELAXED;
    }
}
