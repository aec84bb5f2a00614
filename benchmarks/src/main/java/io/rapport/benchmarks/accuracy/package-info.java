/**
 * Offline accuracy on public data: how often, and how high up, the models rank what people really clicked or bought
 * next, measured on what came after everything that the models learned from.
 */
package io.rapport.benchmarks.accuracy;
