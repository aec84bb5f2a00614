/**
 * What a person does, kept up call by call in a state of bounded size that is the same in whatever order calls arrive.
 *
 * <p>{@link io.rapport.profile.computed.behaviour.Behaviour} is the whole of it. Its parts are sums and extremes, or the latest
 * so many of a set: the latest k of two sets together are the latest k of each one's latest k, so that nothing that was dropped
 * can be missed later. Lifetime totals of sessions are the exception, see
 * {@link io.rapport.profile.computed.behaviour.Behaviour#needsRecomputation}.
 */
@NullMarked
package io.rapport.profile.computed.behaviour;

import org.jspecify.annotations.NullMarked;
