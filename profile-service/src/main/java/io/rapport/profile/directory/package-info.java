/** Finds profiles by what they go by, and numbers their events, for the features that speak of a profile without being one. */
@NullMarked
package io.rapport.profile.directory;

import org.jspecify.annotations.NullMarked;
