package io.rapport.dev.imports.progress;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar with rate and time left, for a terminal. */
public final class BarDisplay implements Display {
    private static final int UPDATE_MILLIS = (int) Duration.ofMillis(250).toMillis();
    private static final long MEGABYTE = 1_000_000;

    private @Nullable ProgressBar bar;

    @Override
    public void begin(String name, long most, String unit) {
        close();
        bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(most)
                .setUnit(" " + unit, unit.equals(BYTES) ? MEGABYTE : 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .showSpeed()
                .build();
    }

    @Override
    public void at(long position, String note) {
        if (bar != null) {
            bar.stepTo(position);
            bar.setExtraMessage(" " + note);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
