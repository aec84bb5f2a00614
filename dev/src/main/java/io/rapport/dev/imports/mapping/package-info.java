/** Makes products, orders and events of rows, as a mapping says. */
@NullMarked
package io.rapport.dev.imports.mapping;

import org.jspecify.annotations.NullMarked;
