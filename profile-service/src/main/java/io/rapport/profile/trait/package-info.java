/** What a profile is said to be: traits, each with where, when and by which event it was said; the latest event time wins. */
@NullMarked
package io.rapport.profile.trait;

import org.jspecify.annotations.NullMarked;
