package io.rapport.profile.intake;

import java.util.Set;

/** Its member states in 2026, ISO 3166-1 alpha-2. */
final class EuropeanUnion {
    static final Set<String> COUNTRIES = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private EuropeanUnion() {}
}
