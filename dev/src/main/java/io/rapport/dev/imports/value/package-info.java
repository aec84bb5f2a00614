/** What a field gets: templates over a row's columns, transforms, conditions. */
@NullMarked
package io.rapport.dev.imports.value;

import org.jspecify.annotations.NullMarked;
