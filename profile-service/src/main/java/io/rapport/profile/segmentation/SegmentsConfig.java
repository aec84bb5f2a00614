package io.rapport.profile.segmentation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the segments. */
@ConfigMapping(prefix = "rapport.segments")
interface SegmentsConfig {
    /** Whether the segments that come with Rapport are created at start. Those that are there already stay. */
    @WithDefault("true")
    boolean builtIn();
}
