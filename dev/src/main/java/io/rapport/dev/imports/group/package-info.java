/** Gathers the rows that make one record, also when they stand apart in a file larger than memory. */
@NullMarked
package io.rapport.dev.imports.group;

import org.jspecify.annotations.NullMarked;
