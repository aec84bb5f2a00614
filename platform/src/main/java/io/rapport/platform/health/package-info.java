/** Readiness that says what is wrong. */
@NullMarked
package io.rapport.platform.health;

import org.jspecify.annotations.NullMarked;
