/** Segments for operators: {@code /api/segments}, and the backfill of those that are new or changed. */
@NullMarked
package io.rapport.profile.segmentation;

import org.jspecify.annotations.NullMarked;
