/** How the event store grows: what an event takes on disk, how fast it is written, and what reading a person's events costs. */
package io.rapport.benchmarks.eventstore;
