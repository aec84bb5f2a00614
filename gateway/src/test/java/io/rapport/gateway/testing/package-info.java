/** What the gateway's tests stand on: a shop with keys, stubs of the services, and a reader of what reached Kafka. */
@NullMarked
package io.rapport.gateway.testing;

import org.jspecify.annotations.NullMarked;
