/** What live segments cost while events come in, and how soon they show. */
package io.rapport.benchmarks.segments;
