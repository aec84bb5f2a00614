/** What every service's tests need: real servers, signed callers, and waiting for what happens elsewhere. */
@NullMarked
package io.rapport.platform.testing;

import org.jspecify.annotations.NullMarked;
