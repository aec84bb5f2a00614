/** Reads conditions that operators write, and names all that is wrong with them. */
@NullMarked
package io.rapport.profile.condition.read;

import org.jspecify.annotations.NullMarked;
