package io.rapport.profile.membership;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.Purpose;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What segments may ask of a profile besides its events. */
final class Person {
    private final UUID id;
    private final long sequence;
    private final JsonNode traits;
    private final Set<Purpose> consents;
    private final Supplier<ObjectNode> adding;
    private @Nullable JsonNode favourites;
    private @Nullable ObjectNode computed;

    /**
     * What is known of it.
     *
     * @param sequence of the last event that was announced for it
     * @param traits what was told
     * @param adding what its events add up to, by the names of {@link Computed}, save the favourites; asked once at most
     * @param consents the purposes that it allows
     */
    Person(UUID id, long sequence, JsonNode traits, Supplier<ObjectNode> adding, Set<Purpose> consents) {
        this.id = id;
        this.sequence = sequence;
        this.traits = traits;
        this.adding = adding;
        this.consents = consents;
    }

    UUID id() {
        return id;
    }

    long sequence() {
        return sequence;
    }

    JsonNode traits() {
        return traits;
    }

    /** Added up when it is first asked for, which most changes do not; the favourites are in it once they were given. */
    JsonNode computed() {
        ObjectNode known = computed;
        if (known == null) {
            known = adding.get();
            computed = known;
        }
        if (favourites != null) {
            known.set(Computed.FAVOURITES, favourites);
        }
        return known;
    }

    /** Whether the favourite categories are known, which take longer to read than all the rest. */
    boolean hasFavourites() {
        return favourites != null;
    }

    void favourites(JsonNode read) {
        favourites = read;
    }

    Set<Purpose> consents() {
        return consents;
    }
}
