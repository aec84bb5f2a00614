/** How JSON over HTTP is read and written. */
@NullMarked
package io.rapport.platform.json;

import org.jspecify.annotations.NullMarked;
