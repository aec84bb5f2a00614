/** How fast the session model answers at the size of a large shop, in process and with live sessions coming in. */
package io.rapport.benchmarks.serving;
