package io.rapport.profile.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;

/** Something that says which identifiers are one person's: what a component is resolved from, in the order of time. */
public sealed interface Evidence permits Observation, MustLink {
    Comparator<Evidence> BY_TIME = Comparator.comparing(Evidence::moment).thenComparing(Evidence::id);

    /** The same for whatever is kept only once. */
    UUID id();

    Moment moment();

    /** Every identifier that it may tie. */
    Collection<Identifier> names();
}
