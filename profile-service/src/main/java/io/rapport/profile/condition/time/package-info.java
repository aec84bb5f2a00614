/** Windows that slide on the clock. */
@NullMarked
package io.rapport.profile.condition.time;

import org.jspecify.annotations.NullMarked;
