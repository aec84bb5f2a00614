/** The settings that every process knows, and the check that production is safe. */
@NullMarked
package io.rapport.platform.config;

import org.jspecify.annotations.NullMarked;
