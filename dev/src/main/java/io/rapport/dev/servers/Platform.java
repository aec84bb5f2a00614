package io.rapport.dev.servers;

import io.rapport.dev.process.Refusal;

/** This machine's operating system and processor. */
record Platform(System system, boolean arm) {
    enum System {
        LINUX,
        DARWIN
    }

    static Platform current() {
        String system = java.lang.System.getProperty("os.name");
        String processor = java.lang.System.getProperty("os.arch");
        boolean arm = processor.equals("aarch64");
        if (system.startsWith("Linux")) {
            return new Platform(System.LINUX, arm);
        }
        if (system.startsWith("Mac")) {
            return new Platform(System.DARWIN, arm);
        }
        throw new Refusal("The embedded servers run on Linux and macOS, not on " + system
                + "; name servers of yours with --external");
    }

    boolean isLinux() {
        return system == System.LINUX;
    }
}
