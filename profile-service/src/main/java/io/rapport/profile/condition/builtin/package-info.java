/** The segments that come with Rapport. */
@NullMarked
package io.rapport.profile.condition.builtin;

import org.jspecify.annotations.NullMarked;
