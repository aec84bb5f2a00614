package io.rapport.profile.intake;

import io.rapport.events.Purpose;
import io.rapport.events.RawEvent;
import io.rapport.profile.identity.Observation;
import io.rapport.profile.identity.Sighting;
import io.rapport.profile.order.OrderEvidence;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A raw event with all that can be read from it alone.
 *
 * @param claim stands for (source, message id)
 * @param observation the sighting as it is kept if it tells something new
 * @param stated what its context says of consent
 * @param order what it says of an order, still without a profile; or null
 * @param interest the category of a product that it shows interest in, or null
 */
record Tracked(
        RawEvent raw,
        UUID claim,
        Sighting sighting,
        Observation observation,
        Map<Purpose, Boolean> stated,
        @Nullable OrderEvidence order,
        @Nullable String interest) {

    Instant at() {
        return raw.timestamp();
    }
}
