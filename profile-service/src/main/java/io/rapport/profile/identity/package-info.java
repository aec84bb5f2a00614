/**
 * Who is who: normal forms of identifiers and the graph that ties them to profiles, after Segment Unify's rules. Decisions are
 * pure ({@link io.rapport.profile.identity.IdentityGraph}); every link seen is kept with its time and message id, so that a
 * component can be resolved again.
 */
@NullMarked
package io.rapport.profile.identity;

import org.jspecify.annotations.NullMarked;
