/** How much a caller may ask for: token buckets by source, and by address for wrong credentials; each replica for itself. */
@NullMarked
package io.rapport.gateway.limits;

import org.jspecify.annotations.NullMarked;
