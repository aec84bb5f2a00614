/** The consent gate of a service: its own record of who allowed what. */
@NullMarked
package io.rapport.platform.consent;

import org.jspecify.annotations.NullMarked;
