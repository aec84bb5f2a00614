/** The services behind the gateway, and how it speaks to them: pooled connections and the internal token. */
@NullMarked
package io.rapport.gateway.backend;

import org.jspecify.annotations.NullMarked;
