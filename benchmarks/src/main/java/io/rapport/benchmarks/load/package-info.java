/**
 * Load on a running house, with the same machine's raw Kafka producer and a plain HTTP server beside it, so that a figure is
 * read as a ratio and not as a property of the machine.
 */
package io.rapport.benchmarks.load;
