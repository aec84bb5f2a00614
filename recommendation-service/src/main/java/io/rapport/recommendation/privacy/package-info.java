/**
 * Whom this service may know: consent to personalization, merges, and erasure. Every store of persons implements {@link
 * io.rapport.recommendation.privacy.PersonalStore}, and nothing of a person is kept that this package does not allow.
 */
@NullMarked
package io.rapport.recommendation.privacy;

import org.jspecify.annotations.NullMarked;
