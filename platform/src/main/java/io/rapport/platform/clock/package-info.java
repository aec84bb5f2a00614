/** The one clock of business time, which tests and demonstrations may move. */
@NullMarked
package io.rapport.platform.clock;

import org.jspecify.annotations.NullMarked;
