package io.rapport.profile.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of access: the first start, operators' logins and the keys that sign their tokens. */
@ConfigMapping(prefix = "rapport")
public interface AccessConfig {
    Bootstrap bootstrap();

    Login login();

    SigningKeys signingKeys();

    /** What the first start creates, when there is no operator yet. */
    interface Bootstrap {
        /** The first admin's user name. */
        @WithDefault("admin")
        String username();

        /** Their password; without one it is random and printed once. */
        Optional<String> password();

        /** The write key of the source {@code web}; random without one, to be read at {@code /api/sources/web}. */
        Optional<String> writeKey();

        /** A server key with the scope {@code *} for the source {@code server}; without one none is created. */
        Optional<String> serverKey();
    }

    /** Operators' logins. */
    interface Login {
        /** How long an access token is good for. */
        @WithDefault("PT15M")
        Duration accessToken();

        /** How long a refresh token may lie unused. */
        @WithDefault("P7D")
        Duration refreshToken();

        /** After how long even a session in use ends. */
        @WithDefault("P30D")
        Duration session();

        /** How many wrong passwords in a row are let pass before a user has to wait. */
        @WithDefault("5")
        int freeAttempts();

        /** The first wait, doubled with each further wrong password. */
        @WithDefault("PT30S")
        Duration firstWait();

        /** The longest wait. */
        @WithDefault("PT15M")
        Duration longestWait();
    }

    /** The keys of the token issuer. */
    interface SigningKeys {
        /** The age at which a key is succeeded by a new one. */
        @WithDefault("P30D")
        Duration rotation();

        /** How long before its first use a new key is announced, so that every gateway knows it by then. */
        @WithDefault("PT5S")
        Duration announceAhead();
    }
}
