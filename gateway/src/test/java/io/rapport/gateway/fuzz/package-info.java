/** Bodies of every wrong kind, and what may come of them. */
@NullMarked
package io.rapport.gateway.fuzz;

import org.jspecify.annotations.NullMarked;
