/** Pages of a list behind an opaque cursor. */
@NullMarked
package io.rapport.platform.paging;

import org.jspecify.annotations.NullMarked;
