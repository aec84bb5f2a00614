/** What the set-based stores share: columns for {@code unnest}, and the race that a transaction may lose. */
@NullMarked
package io.rapport.profile.sql;

import org.jspecify.annotations.NullMarked;
