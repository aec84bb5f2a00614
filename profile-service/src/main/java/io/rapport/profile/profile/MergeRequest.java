package io.rapport.profile.profile;

import java.util.UUID;

/** The profile that is the same person. */
record MergeRequest(UUID with) {}
