/** Profiles: their state under lock, what merges and erases them, and what operators see of them. */
@NullMarked
package io.rapport.profile.profile;

import org.jspecify.annotations.NullMarked;
