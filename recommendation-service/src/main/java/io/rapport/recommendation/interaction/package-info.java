/** What visitors did with products, taken from the profiles' events, and a visitor's history for an answer. */
@NullMarked
package io.rapport.recommendation.interaction;

import org.jspecify.annotations.NullMarked;
