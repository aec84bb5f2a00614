/** Whom this service may know: who a profile id stands for by now, and whether that person allows personalization. */
@NullMarked
package io.rapport.recommendation.privacy;

import org.jspecify.annotations.NullMarked;
