package io.rapport.profile.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the event pipeline. */
@ConfigMapping(prefix = "rapport.intake")
interface IntakeConfig {
    /** How many transactions a process runs side by side on what it polled. */
    @WithDefault("2")
    int lanes();
}
