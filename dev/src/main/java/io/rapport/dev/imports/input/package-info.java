/** Rows out of files: CSV, JSON Lines, fixed width and plain lines, also compressed. */
@NullMarked
package io.rapport.dev.imports.input;

import org.jspecify.annotations.NullMarked;
