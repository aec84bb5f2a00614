/** Following profile-service: consent, merges and erasure, done the same way in every service that keeps rows of persons. */
@NullMarked
package io.rapport.platform.profiles;

import org.jspecify.annotations.NullMarked;
