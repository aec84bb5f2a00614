/** Kills parts of a running house under load and counts what was lost: nothing that was acknowledged may be. */
package io.rapport.benchmarks.fault;
