/** The running house that a measurement talks to. */
package io.rapport.benchmarks.house;
