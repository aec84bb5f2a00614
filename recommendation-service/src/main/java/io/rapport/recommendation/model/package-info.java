/**
 * The life of a model: learned from the interactions in PostgreSQL on a thread of its own, stored once, loaded by every pod,
 * swapped in whole, and kept fresh by live sessions until the next one.
 */
@NullMarked
package io.rapport.recommendation.model;

import org.jspecify.annotations.NullMarked;
