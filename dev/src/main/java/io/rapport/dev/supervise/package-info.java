/** Keeps processes running: starts them in order, restarts those that end by themselves, and stops all in reverse. */
@NullMarked
package io.rapport.dev.supervise;

import org.jspecify.annotations.NullMarked;
