package io.rapport.profile.cohort;

/** What a request does to a list: the additions, then the removals. */
record CohortChange(Roll add, Roll remove) {}
