/**
 * Answers: what a visitor should see at a placement, and why. Everything but the visitor's history is in memory, so an answer
 * is one query and some hundred microseconds of arithmetic.
 */
@NullMarked
package io.rapport.recommendation.serving;

import org.jspecify.annotations.NullMarked;
