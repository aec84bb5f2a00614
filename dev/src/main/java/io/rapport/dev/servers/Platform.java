package io.rapport.dev.servers;

import io.rapport.dev.process.Refusal;

/** This machine's operating system, Linux or else macOS, and its processor, an ARM one or else amd64. */
record Platform(boolean isLinux, boolean isArm) {
    static Platform current() {
        String system = System.getProperty("os.name");
        boolean arm = "aarch64".equals(System.getProperty("os.arch"));
        if (system.startsWith("Linux")) {
            return new Platform(true, arm);
        }
        if (system.startsWith("Mac")) {
            return new Platform(false, arm);
        }
        throw new Refusal("The embedded servers run on Linux and macOS, not on " + system
                + "; name servers of yours with --external");
    }
}
