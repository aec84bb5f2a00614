/** Handling each event once, in the transaction of its effects. */
@NullMarked
package io.rapport.platform.inbox;

import org.jspecify.annotations.NullMarked;
