package io.rapport.profile.trait;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how far sources of traits are believed. */
@ApplicationScoped
class ConfiguredSources {
    /** Sources of traits, by their ids. */
    @ConfigMapping(prefix = "rapport.traits")
    interface TraitsConfig {
        /** The most believed first; those that are not listed come last. */
        Optional<List<String>> rankedSources();

        /** Those that tell what the shop knows or saw, such as a CRM; the others tell what people said of themselves. */
        Optional<Set<String>> firstPartySources();
    }

    @Produces
    @Singleton
    TraitSources sources(TraitsConfig config) {
        return new TraitSources(
                config.rankedSources().orElse(List.of()),
                config.firstPartySources().orElse(Set.of()));
    }
}
