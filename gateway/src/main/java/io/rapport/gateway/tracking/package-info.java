/**
 * The intake of events, a drop-in for Segment's HTTP tracking API: bodies are checked in one pass over their bytes, and the
 * answer waits for Kafka's acknowledgement. See the module's README for the rules and their reasons.
 */
@NullMarked
package io.rapport.gateway.tracking;

import org.jspecify.annotations.NullMarked;
