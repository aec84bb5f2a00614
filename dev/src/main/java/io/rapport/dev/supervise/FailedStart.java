package io.rapport.dev.supervise;

import io.rapport.dev.process.LogTail;
import io.rapport.dev.process.ProcessSpec;
import io.rapport.dev.process.Refusal;
import java.time.Duration;

/** The message about a process that does not come up: what it said last, and where all of it stands. */
final class FailedStart {
    private static final int LINES = 20;

    private FailedStart() {}

    static Refusal of(ProcessSpec spec, int status) {
        return new Refusal(spec.name() + " does not start: it ended again and again, at last with exit " + status
                + ".\n" + lastLines(spec));
    }

    static Refusal late(ProcessSpec spec, Duration patience) {
        return new Refusal(spec.name() + " is not ready after " + patience.toSeconds() + " s.\n" + lastLines(spec));
    }

    private static String lastLines(ProcessSpec spec) {
        return "The end of " + spec.log() + ":\n  " + String.join("\n  ", LogTail.of(spec.log(), LINES));
    }
}
