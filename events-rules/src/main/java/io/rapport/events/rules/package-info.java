/** What makes a tracked event acceptable, whoever looks at it. No framework. */
@NullMarked
package io.rapport.events.rules;

import org.jspecify.annotations.NullMarked;
