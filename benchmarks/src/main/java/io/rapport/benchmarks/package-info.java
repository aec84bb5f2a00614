/** The entry to all measurements: one command with a subcommand for each. */
package io.rapport.benchmarks;
