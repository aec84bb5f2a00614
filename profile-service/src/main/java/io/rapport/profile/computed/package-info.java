/**
 * Computed traits: what a person's events add up to ({@link io.rapport.profile.computed.behaviour}), and what a customer is
 * worth beside all others ({@link io.rapport.profile.computed.population}). No framework and no clock but in
 * {@link io.rapport.profile.computed.store}, which keeps the former.
 */
@NullMarked
package io.rapport.profile.computed;

import org.jspecify.annotations.NullMarked;
