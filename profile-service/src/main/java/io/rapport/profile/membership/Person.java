package io.rapport.profile.membership;

import com.fasterxml.jackson.databind.JsonNode;
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
    private final Supplier<JsonNode> adding;
    private @Nullable JsonNode computed;

    /**
     * What is known of it.
     *
     * @param sequence of the last event that was announced for it
     * @param traits what was told
     * @param adding what its events add up to, by the names of {@link Computed}; asked once at most
     * @param consents the purposes that it allows
     */
    Person(UUID id, long sequence, JsonNode traits, Supplier<JsonNode> adding, Set<Purpose> consents) {
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

    /** Added up when it is first asked for, which most changes do not. */
    JsonNode computed() {
        JsonNode known = computed;
        if (known == null) {
            known = adding.get();
            computed = known;
        }
        return known;
    }

    Set<Purpose> consents() {
        return consents;
    }
}
