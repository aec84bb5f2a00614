/** Which leaves and segments an event or another change can touch. */
@NullMarked
package io.rapport.profile.condition.touch;

import org.jspecify.annotations.NullMarked;
