/** Resolves people again, in the transaction of an event that came late and may change who is who. */
@NullMarked
package io.rapport.profile.resolution;

import org.jspecify.annotations.NullMarked;
