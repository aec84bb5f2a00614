package io.rapport.dev.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The processes' logs. */
final class Logs {
    private static final long LONG_BYTES = 20L << 20;

    private Logs() {}

    /** Sets long ones aside, in place of those that were set aside before. */
    static void rotate(Home home) {
        for (Part part : Part.values()) {
            Path log = home.log(part);
            try {
                if (Files.exists(log) && Files.size(log) > LONG_BYTES) {
                    Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot set aside " + log, e);
            }
        }
    }
}
