/** Scores for operators: {@code /api/scores}, the sums of the weights of conditions that hold. */
@NullMarked
package io.rapport.profile.score;

import org.jspecify.annotations.NullMarked;
