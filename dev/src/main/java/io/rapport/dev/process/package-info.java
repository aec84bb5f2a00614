/** Child processes: how they are started apart from the terminal, signalled, remembered and ended. */
@NullMarked
package io.rapport.dev.process;

import org.jspecify.annotations.NullMarked;
