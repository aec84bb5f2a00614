/** What an import has done so far: the checkpoint, the rejected rows, the display. */
@NullMarked
package io.rapport.dev.imports.progress;

import org.jspecify.annotations.NullMarked;
