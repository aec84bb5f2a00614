/** {@code Idempotency-Key}: an operator's write that is sent again is answered again, and done once. */
@NullMarked
package io.rapport.platform.idempotency;

import org.jspecify.annotations.NullMarked;
