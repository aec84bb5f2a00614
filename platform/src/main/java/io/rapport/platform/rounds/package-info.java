/** Background work that is looked for now and then. */
@NullMarked
package io.rapport.platform.rounds;

import org.jspecify.annotations.NullMarked;
