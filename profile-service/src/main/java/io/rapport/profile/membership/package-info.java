/**
 * Who is in which segment, to the second: what is kept of a profile for all segments ({@link
 * io.rapport.profile.membership.Standing}), what an event, another change or the clock makes of it ({@link
 * io.rapport.profile.membership.Judgement}), and the announcement of what changed.
 */
@NullMarked
package io.rapport.profile.membership;

import org.jspecify.annotations.NullMarked;
