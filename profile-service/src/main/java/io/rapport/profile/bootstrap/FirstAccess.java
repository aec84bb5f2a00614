package io.rapport.profile.bootstrap;

import io.rapport.profile.access.AccessConfig;
import io.rapport.profile.access.RandomText;
import io.rapport.profile.operator.Username;
import java.util.Optional;

/**
 * What the first start gives out, as configured.
 *
 * @param password the first admin's; {@code chosen} if nobody configured one
 */
record FirstAccess(
        String username, String password, boolean chosen, Optional<String> writeKey, Optional<String> serverKey) {
    private static final int CHOSEN_LENGTH = 24;
    private static final int LEAST_PASSWORD = 12;
    private static final int LEAST_KEY = 24;

    /** Refuses what no login or gateway would accept, naming the key at fault. */
    static FirstAccess of(AccessConfig.Bootstrap config) {
        require(Username.isValid(config.username()), "username must be lower case letters, digits and ._@+-");
        require(isLong(config.password(), LEAST_PASSWORD), "password needs at least " + LEAST_PASSWORD + " characters");
        require(isLong(config.serverKey(), LEAST_KEY), "server-key needs at least " + LEAST_KEY + " characters");
        require(config.serverKey().orElse("sk_").startsWith("sk_"), "server-key must begin with sk_");
        return new FirstAccess(
                config.username(),
                config.password().orElseGet(() -> RandomText.lettersAndDigits(CHOSEN_LENGTH)),
                config.password().isEmpty(),
                config.writeKey(),
                config.serverKey());
    }

    private static boolean isLong(Optional<String> text, int least) {
        return text.isEmpty() || text.get().length() >= least;
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalStateException("rapport.bootstrap." + fault);
        }
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "FirstAccess[" + username + "]";
    }
}
