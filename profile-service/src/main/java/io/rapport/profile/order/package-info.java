/** Orders as Segment's e-commerce events tell of them, and what they add up to per profile: each order once, in any order. */
@NullMarked
package io.rapport.profile.order;

import org.jspecify.annotations.NullMarked;
