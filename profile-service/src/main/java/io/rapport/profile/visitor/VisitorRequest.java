package io.rapport.profile.visitor;

import org.jspecify.annotations.Nullable;

/** Whom the gateway asks about; with both, the userId is meant, and the anonymousId where no such user has come yet. */
record VisitorRequest(@Nullable String userId, @Nullable String anonymousId) {}
