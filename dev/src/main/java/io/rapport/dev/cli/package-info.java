/** The commands of the launcher's program. */
@NullMarked
package io.rapport.dev.cli;

import org.jspecify.annotations.NullMarked;
