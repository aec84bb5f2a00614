/** {@code ./rapport up} and its companions: the whole suite on one machine, each part a process of its own. */
@NullMarked
package io.rapport.dev.launch;

import org.jspecify.annotations.NullMarked;
