/** The process that keeps PostgreSQL, Redis and Kafka running for the tests of every module, and ends when they have. */
@NullMarked
package io.rapport.dev.testing;

import org.jspecify.annotations.NullMarked;
