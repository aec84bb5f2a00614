package io.rapport.dev.imports.progress;

import java.time.Duration;
import java.util.Locale;

/** Spans of time for people. */
public final class Spans {
    private static final int LONG_SECONDS = 100;

    private Spans() {}

    public static String text(Duration span) {
        if (span.toHours() > 0) {
            return span.toHours() + " h " + span.toMinutesPart() + " min";
        }
        if (span.toSeconds() >= LONG_SECONDS) {
            return span.toMinutes() + " min " + span.toSecondsPart() + " s";
        }
        return span.toSeconds() >= 10
                ? span.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0);
    }
}
