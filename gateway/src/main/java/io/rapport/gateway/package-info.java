/** The one door: it lets callers in, takes their events, and hands the rest on to the services. */
@NullMarked
package io.rapport.gateway;

import org.jspecify.annotations.NullMarked;
