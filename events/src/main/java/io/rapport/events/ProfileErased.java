package io.rapport.events;

import java.time.Instant;
import java.util.UUID;

/** A person is to be forgotten: every store drops what it keeps under this profile id. */
public record ProfileErased(
        UUID eventId, UUID profileId, long sequence, Instant timestamp, Origin origin, UUID requestId)
        implements ProfileEvent {}
