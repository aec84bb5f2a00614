/** What is kept of a person's events for one leaf of a condition: little, in any order of arrival, and exact. */
@NullMarked
package io.rapport.profile.condition.state;

import org.jspecify.annotations.NullMarked;
