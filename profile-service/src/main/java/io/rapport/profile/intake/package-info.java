/**
 * Raw events in, resolved events out: a batch is claimed, resolved, stored, counted and announced in one transaction of
 * set-based statements. What a batch does is decided in memory ({@link io.rapport.profile.intake.BatchFold}), under the locks
 * of the profiles that it touches.
 */
@NullMarked
package io.rapport.profile.intake;

import org.jspecify.annotations.NullMarked;
