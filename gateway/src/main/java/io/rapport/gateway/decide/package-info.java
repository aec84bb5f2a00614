/**
 * One call for a page: who is the visitor, then every part at once, each with a deadline. What is late or broken is left out
 * and named.
 */
@NullMarked
package io.rapport.gateway.decide;

import org.jspecify.annotations.NullMarked;
