/** Following a topic into a pod's memory, without a consumer group: every pod reads all of it. */
@NullMarked
package io.rapport.recommendation.following;

import org.jspecify.annotations.NullMarked;
