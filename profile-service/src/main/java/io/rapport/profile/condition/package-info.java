/** What a segment asks of a person: a tree of conditions that answers for any moment, and says when its answer may change by itself. */
@NullMarked
package io.rapport.profile.condition;

import org.jspecify.annotations.NullMarked;
