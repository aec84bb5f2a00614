/** A small service for platform's own tests. */
@NullMarked
package io.rapport.platform.app;

import org.jspecify.annotations.NullMarked;
