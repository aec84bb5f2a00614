package io.rapport.profile.segmentation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the segments. */
@ConfigMapping(prefix = "rapport.segments")
interface SegmentsConfig {
    /** Whether the segments that come with Rapport are created at start. Those that are there already stay. */
    @WithDefault("true")
    boolean builtIn();

    /** How many profiles a preview looks at. Where there are more, that many at random stand for all. */
    @WithDefault("20000")
    long previewProfiles();
}
