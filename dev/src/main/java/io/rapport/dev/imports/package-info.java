/** Loads a shop's history through the gateway: products, orders and events from files, as a mapping says. */
@NullMarked
package io.rapport.dev.imports;

import org.jspecify.annotations.NullMarked;
