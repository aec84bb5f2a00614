package io.rapport.profile.identity;

import java.util.List;
import java.util.UUID;

/**
 * An operator's word that two identifiers are one person's, whatever the limits.
 *
 * @param kept of the profile that goes on
 * @param joined of the one that goes up in it; its userId becomes a former one
 */
public record MustLink(UUID id, Identifier kept, Identifier joined, Trust trust, Moment moment) implements Evidence {
    public static MustLink of(Identifier kept, Identifier joined, Moment moment) {
        return new MustLink(UUID.randomUUID(), kept, joined, Trust.SERVER, moment);
    }

    @Override
    public List<Identifier> names() {
        return List.of(kept, joined);
    }
}
