package io.rapport.profile.profile;

import java.util.UUID;

/** How often a profile looked at or put by products of a category. */
public record Interest(UUID profile, String category, int count) {}
