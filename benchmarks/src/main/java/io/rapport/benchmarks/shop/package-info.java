/** A made-up shop: what its visitors do, and the segments that its marketers would keep. Seeded, so that runs can be compared. */
package io.rapport.benchmarks.shop;
