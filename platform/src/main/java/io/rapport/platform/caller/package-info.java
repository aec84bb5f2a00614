/** Who calls: the gateway's internal token, and what a resource method allows. */
@NullMarked
package io.rapport.platform.caller;

import org.jspecify.annotations.NullMarked;
