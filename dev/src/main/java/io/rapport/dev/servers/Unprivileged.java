package io.rapport.dev.servers;

import io.rapport.dev.process.Refusal;
import java.io.IOException;
import java.util.List;

/**
 * PostgreSQL refuses to run as root, which is what one is in many containers. A user namespace of its own lets it see an
 * ordinary user while its files keep their owner; {@code unshare} replaces itself by the server, so the pid stays.
 */
final class Unprivileged {
    private static final List<String> UNSHARE = List.of("unshare", "-U");

    private Unprivileged() {}

    static List<String> prefix() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (!Platform.current().isLinux() || !works()) {
            throw new Refusal("PostgreSQL does not run as root, and this machine does not let `unshare -U` make it an"
                    + " ordinary user: run as another user, or name a server of yours with --external");
        }
        return UNSHARE;
    }

    private static boolean works() {
        try {
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
