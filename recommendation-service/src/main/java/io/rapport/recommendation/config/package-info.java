/** This service's settings. */
@NullMarked
package io.rapport.recommendation.config;

import org.jspecify.annotations.NullMarked;
