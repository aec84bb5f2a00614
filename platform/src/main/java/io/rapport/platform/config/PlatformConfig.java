package io.rapport.platform.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.List;
import java.util.Optional;

/** Settings of every process, described in {@code docs/architecture.md}. */
@ConfigMapping(prefix = "rapport")
public interface PlatformConfig {
    /** Refuse to start on an unsafe setting. */
    @WithDefault("false")
    boolean production();

    /** The deployment's currency, ISO 4217. */
    @WithDefault("EUR")
    String currency();

    /** The checkout that a launcher or a test was started in; no service reads it. */
    Optional<String> root();

    Topics topics();

    Optional<Database> database();

    ClockSettings clock();

    Consent consent();

    Internal internal();

    Secrets secrets();

    /** Names on Kafka. */
    interface Topics {
        /** Put before every topic name and consumer group. */
        @WithDefault("rapport.")
        String prefix();
    }

    /** Where PostgreSQL is; {@code application.properties} builds both of its URLs from it. None for the gateway. */
    interface Database {
        String host();

        int port();

        String name();

        String username();

        String password();
    }

    /** Business time. */
    interface ClockSettings {
        /** Whether {@code PUT /api/dev/clock} may move time. */
        @WithDefault("false")
        boolean control();
    }

    /** What the absence of a consent record means. */
    interface Consent {
        @WithName("default")
        ConsentDefaults defaults();
    }

    /** The answer by purpose. */
    interface ConsentDefaults {
        @WithDefault("denied")
        ConsentDefault analytics();

        @WithDefault("denied")
        ConsentDefault personalization();

        @WithDefault("denied")
        ConsentDefault marketing();

        @WithDefault("denied")
        ConsentDefault advertising();
    }

    /** The answer for a purpose that a person never decided on. */
    enum ConsentDefault {
        GRANTED,
        DENIED
    }

    /** Keys of the gateway's internal token. */
    interface Internal {
        /** Ed25519, PKCS#8, base64; the gateway's alone. */
        Optional<String> privateKey();

        /** Ed25519, X.509, base64: whose tokens are believed. */
        Optional<List<String>> publicKeys();
    }

    /** Encryption at rest. */
    interface Secrets {
        /** AES-256, base64. */
        Optional<String> key();
    }
}
