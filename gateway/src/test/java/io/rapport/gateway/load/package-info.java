/** Measures a packaged gateway alone, with stubs behind it: run {@link io.rapport.gateway.load.GatewayLoad}. */
@NullMarked
package io.rapport.gateway.load;

import org.jspecify.annotations.NullMarked;
