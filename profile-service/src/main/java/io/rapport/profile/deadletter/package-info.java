/** Records that no retry would have mended: listed with their reason, and sent again once the cause is mended. */
@NullMarked
package io.rapport.profile.deadletter;

import org.jspecify.annotations.NullMarked;
