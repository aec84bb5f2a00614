/** Which device a call came from, by what its context says. */
@NullMarked
package io.rapport.profile.computed.device;

import org.jspecify.annotations.NullMarked;
