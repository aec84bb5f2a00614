package io.rapport.dev.supervise;

import io.rapport.dev.process.Launchable;
import java.util.List;

/**
 * Processes that start together, after those of the stages before.
 *
 * @param then what is done once all are ready, before the next stage
 */
public record Stage(List<? extends Launchable> parts, Runnable then) {
    public Stage(List<? extends Launchable> parts) {
        this(parts, () -> {});
    }
}
