/** Values of traits and properties, and how the operators compare them. */
@NullMarked
package io.rapport.profile.condition.value;

import org.jspecify.annotations.NullMarked;
