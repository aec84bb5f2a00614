package io.rapport.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * All that a profile has said about consent: a purpose that is absent was never decided, and the deployment's default holds.
 *
 * @param changedAt when each purpose was last decided, event time
 */
public record ConsentState(
        UUID profileId, Map<Purpose, Boolean> granted, Map<Purpose, Instant> changedAt) {}
