package io.rapport.profile.identity;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How people are told apart. What is left out is as {@link IdentityRules#defaults()} has it. */
@ConfigMapping(prefix = "rapport.identity")
interface IdentityConfig {
    /** By type: {@code user-id}, {@code email}, {@code phone}, {@code device-id}, {@code anonymous-id}. */
    Map<IdentifierType, TypeConfig> types();

    /** Values that stand for nobody in this shop, whatever their type and case: {@code guest}, {@code info@shop.example}. */
    Optional<List<String>> blockedValues();

    /** The same as regular expressions (java.util.regex), which a value has to match as a whole; case does not matter. */
    Optional<List<String>> blockedPatterns();

    /** One type of identifier. */
    interface TypeConfig {
        /** The type with the smallest number is the strongest: it is taken first, and stays where a limit is met. */
        OptionalInt priority();

        /** How many of the type a profile may have within the window; at least 1. */
        OptionalInt limit();

        /** The span of event time over which the limit counts, ISO 8601 ({@code P7D}, {@code PT12H}); {@code PT0S}: ever. */
        Optional<Duration> window();
    }
}
