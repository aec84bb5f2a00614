package io.rapport.dev.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a person needs once all is ready. */
record Welcome(Settings settings, Access access, Home home, boolean firstStart) {
    List<String> lines(Duration took) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Rapport is ready after " + took.toSeconds() + " s.");
        lines.add("  gateway       " + access.gateway());
        lines.add("  API           " + access.gateway() + "/docs");
        lines.add("  login         " + login());
        lines.add("  keys          writeKey and serverKey in " + home.access());
        lines.add("  consent       granted by default, as suits a laptop: " + String.join(", ", Environment.PURPOSES));
        if (settings.clockControl()) {
            lines.add("  clock         PUT /api/dev/clock moves the time of every process");
        }
        return lines;
    }

    private String login() {
        return firstStart
                ? access.username() + " / " + access.password() + "   (shown this once)"
                : access.username() + ", password in " + home.access();
    }
}
