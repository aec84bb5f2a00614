/** Batches from Kafka: retry what passes, bisect what does not, and set the culprit aside. */
@NullMarked
package io.rapport.platform.consumer;

import org.jspecify.annotations.NullMarked;
