/** Which service answers which path, who may ask, and the streaming proxy that carries requests there. */
@NullMarked
package io.rapport.gateway.routing;

import org.jspecify.annotations.NullMarked;
