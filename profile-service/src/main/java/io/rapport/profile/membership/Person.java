package io.rapport.profile.membership;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.Purpose;
import java.util.Set;
import java.util.UUID;

/**
 * What segments may ask of a profile besides its events.
 *
 * @param sequence of the last event that was announced for it
 * @param traits what was told
 * @param computed what its events add up to, by the names of {@link Computed}
 * @param consents the purposes that it allows
 */
record Person(UUID id, long sequence, JsonNode traits, JsonNode computed, Set<Purpose> consents) {}
