package io.rapport.profile.rejected;

import io.rapport.events.RejectedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A refused event in our store, and when it was sent again. */
record RejectedEntry(RejectedEvent rejected, @Nullable Instant replayedAt) {}
