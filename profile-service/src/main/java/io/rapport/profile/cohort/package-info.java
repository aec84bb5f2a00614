/** The lists of static segments: {@code /api/segments/{id}/members}, by JSON and by CSV. */
@NullMarked
package io.rapport.profile.cohort;

import org.jspecify.annotations.NullMarked;
