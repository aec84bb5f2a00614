/** Placements as data: what is shown where, by which strategies, under which rules, and what stands in when they run dry. */
@NullMarked
package io.rapport.recommendation.placement;

import org.jspecify.annotations.NullMarked;
