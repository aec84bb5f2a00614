/** The events of profiles, stored by month of event time. */
@NullMarked
package io.rapport.profile.event;

import org.jspecify.annotations.NullMarked;
