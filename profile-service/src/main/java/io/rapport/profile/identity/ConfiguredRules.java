package io.rapport.profile.identity;

import io.rapport.profile.identity.IdentityConfig.TypeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@link IdentityConfig}; what makes no sense stops the service as it starts. */
@ApplicationScoped
class ConfiguredRules {
    @Produces
    @Singleton
    IdentityRules rules(IdentityConfig config) {
        return read(config);
    }

    static IdentityRules read(IdentityConfig config) {
        IdentityRules defaults = IdentityRules.defaults();
        Map<IdentifierType, TypeRule> types = new EnumMap<>(defaults.types());
        config.types().forEach((type, said) -> types.put(type, rule(said, defaults.of(type))));
        return new IdentityRules(
                types,
                new BlockedValues(
                        config.blockedValues().orElse(List.of()),
                        config.blockedPatterns().orElse(List.of())));
    }

    private static TypeRule rule(TypeConfig said, TypeRule usual) {
        return new TypeRule(
                said.priority().orElse(usual.priority()), said.limit().orElse(usual.limit()), window(said, usual));
    }

    private static @Nullable Duration window(TypeConfig said, TypeRule usual) {
        Duration window = said.window().orElse(usual.window());
        return window == null || window.isZero() ? null : window;
    }
}
