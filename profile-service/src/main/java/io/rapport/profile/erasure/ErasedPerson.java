package io.rapport.profile.erasure;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whom to forget.
 *
 * @param profileIds the profile and every profile that was merged into it
 * @param identifiers everything that the person was ever known by, for stores that keep raw events
 */
public record ErasedPerson(List<UUID> profileIds, List<Identifier> identifiers) {
    public ErasedPerson {
        profileIds = List.copyOf(profileIds);
        identifiers = List.copyOf(identifiers);
    }

    /** An identifier as the identity graph holds it: {@code userId}, {@code anonymousId}, {@code email}, … */
    public record Identifier(String type, String value) {
        /** The form that raw events are keyed by, {@code userId:42}. */
        public String key() {
            return type + ":" + value;
        }
    }

    /** The keys of the records that are about the person: every topic of persons is keyed by one of these. */
    public List<String> keys() {
        return Stream.concat(
                        profileIds.stream().map(UUID::toString),
                        identifiers.stream().map(Identifier::key))
                .toList();
    }

    /** The ids as the reactive client takes them. */
    public UUID[] profileIdArray() {
        return profileIds.toArray(UUID[]::new);
    }
}
