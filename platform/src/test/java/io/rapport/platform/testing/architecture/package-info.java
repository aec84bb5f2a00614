/** The design's laws as rules over bytecode, for every module's own small test. */
@NullMarked
package io.rapport.platform.testing.architecture;

import org.jspecify.annotations.NullMarked;
