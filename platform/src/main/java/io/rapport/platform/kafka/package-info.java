/** The producer that all of a process's records go through. */
@NullMarked
package io.rapport.platform.kafka;

import org.jspecify.annotations.NullMarked;
