/** Sends records to the gateway: in batches, in order per user, again after a fault. */
@NullMarked
package io.rapport.dev.imports.delivery;

import org.jspecify.annotations.NullMarked;
