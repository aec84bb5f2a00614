/** Where programs write the tables that they measured. */
package io.rapport.benchmarks.report;
