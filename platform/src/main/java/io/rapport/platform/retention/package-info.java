/** Forgetting in time: what is kept for a while only is swept every hour, on system time. */
@NullMarked
package io.rapport.platform.retention;

import org.jspecify.annotations.NullMarked;
