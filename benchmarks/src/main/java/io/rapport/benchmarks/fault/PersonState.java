package io.rapport.benchmarks.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** What a service says of a person, save the ids that it made up itself. */
record PersonState(Set<String> identities, JsonNode traits, JsonNode computed, Set<String> segments) {
    static PersonState of(JsonNode profile) {
        Set<String> identities = new TreeSet<>();
        profile.path("identities")
                .forEach(identity -> identities.add(identity.path("type").asText() + ":"
                        + identity.path("value").asText()));
        Set<String> segments = new TreeSet<>();
        profile.path("segments").forEach(segment -> segments.add(segment.asText()));
        return new PersonState(identities, profile.path("traits"), profile.path("computed"), segments);
    }
}
