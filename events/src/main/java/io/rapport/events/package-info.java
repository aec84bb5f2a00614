/**
 * The one contract between services: the records that cross Kafka and the topics they cross. No framework, no logic; the
 * wire form is JSON as {@link io.rapport.events.EventsJson} writes it, described by {@code asyncapi.yaml}.
 */
@NullMarked
package io.rapport.events;

import org.jspecify.annotations.NullMarked;
