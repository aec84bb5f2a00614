/** Keeps {@link io.rapport.profile.computed.behaviour.Behaviour} of every profile in PostgreSQL, up to its latest event. */
@NullMarked
package io.rapport.profile.computed.store;

import org.jspecify.annotations.NullMarked;
