package io.rapport.profile.cohort;

import io.rapport.profile.reference.PersonReference;

/** A person that a request names. */
record Mention(Place place, PersonReference who) {}
