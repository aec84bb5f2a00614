package io.rapport.platform.idempotency;

import io.vertx.core.buffer.Buffer;
import java.time.OffsetDateTime;

/**
 * A request's claim to a key.
 *
 * @param hash SHA-256 of the method, the address and the body
 * @param at when it was claimed, which tells this claim from a later one of the same key
 */
record Claim(String caller, String key, Buffer hash, OffsetDateTime at) {}
