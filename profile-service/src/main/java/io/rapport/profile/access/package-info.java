/** What changes of access have in common: they go one at a time and are announced to the gateway as they commit. */
@NullMarked
package io.rapport.profile.access;

import org.jspecify.annotations.NullMarked;
