package io.rapport.dev.imports.mapping;

import java.time.Instant;

/**
 * A record as it is sent.
 *
 * @param lane records with the same lane arrive in order
 * @param time when it happened; for a product the epoch
 * @param trimmed whether something was left out to make it fit
 */
@SuppressWarnings("ArrayRecordComponent") // contents are never compared
public record Content(String lane, byte[] json, Instant time, boolean trimmed) {}
