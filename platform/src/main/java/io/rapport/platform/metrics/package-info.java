/** What all of a process's metrics have in common. */
@NullMarked
package io.rapport.platform.metrics;

import org.jspecify.annotations.NullMarked;
