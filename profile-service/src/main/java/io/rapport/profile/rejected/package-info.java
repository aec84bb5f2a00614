/** Events that were refused: kept for a month with their reason, so that the sender can mend and replay them. */
@NullMarked
package io.rapport.profile.rejected;

import org.jspecify.annotations.NullMarked;
