/** Segments as operators define them, and the rules that all of them come to at one generation. */
@NullMarked
package io.rapport.profile.segment;

import org.jspecify.annotations.NullMarked;
