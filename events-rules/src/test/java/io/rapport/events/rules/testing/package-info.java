/** The cases that every entry point of events is held to. */
@NullMarked
package io.rapport.events.rules.testing;

import org.jspecify.annotations.NullMarked;
