/** Errors as RFC 9457 problem details: one exception, one mapper, an enum of types for each service. */
@NullMarked
package io.rapport.platform.problem;

import org.jspecify.annotations.NullMarked;
