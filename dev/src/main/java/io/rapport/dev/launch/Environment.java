package io.rapport.dev.launch;

import io.rapport.dev.servers.PostgresAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The configuration of each service, as the environment variables of docs/architecture.md. */
record Environment(Settings settings, Secrets secrets, Access access) {
    static final List<String> PURPOSES = List.of("analytics", "personalization", "marketing", "advertising");

    Map<String, String> of(Part part) {
        Map<String, String> variables = new LinkedHashMap<>(common(part));
        if (part == Part.GATEWAY) {
            variables.putAll(gateway());
        } else {
            variables.putAll(database(part));
        }
        if (part == Part.PROFILE) {
            variables.putAll(firstOperator());
        }
        return variables;
    }

    private Map<String, String> common(Part part) {
        Map<String, String> variables = new LinkedHashMap<>(withheld());
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", String.valueOf(settings.port(part)));
        variables.put("KAFKA_BOOTSTRAP_SERVERS", settings.kafka());
        variables.put("QUARKUS_REDIS_HOSTS", settings.redis());
        variables.put("RAPPORT_INTERNAL_PUBLIC_KEYS", secrets.publicKey());
        variables.put("RAPPORT_CLOCK_CONTROL", String.valueOf(settings.clockControl()));
        PURPOSES.forEach(purpose -> variables.put("RAPPORT_CONSENT_DEFAULT_" + upper(purpose), "granted"));
        return variables;
    }

    /** The launcher's own settings would be unknown keys to a service. */
    private static Map<String, String> withheld() {
        Map<String, String> variables = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            variables.put(part.portKey(), "");
        }
        Settings.LAUNCHER_KEYS.forEach(key -> variables.put(key, ""));
        return variables;
    }

    private Map<String, String> database(Part part) {
        PostgresAddress postgres = settings.postgres();
        return Map.of(
                "RAPPORT_DATABASE_HOST", postgres.host(),
                "RAPPORT_DATABASE_PORT", String.valueOf(postgres.port()),
                "RAPPORT_DATABASE_NAME", "rapport_" + part.shortName(),
                "RAPPORT_DATABASE_USERNAME", postgres.user(),
                "RAPPORT_DATABASE_PASSWORD", postgres.password());
    }

    private Map<String, String> gateway() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("RAPPORT_INTERNAL_PRIVATE_KEY", secrets.privateKey());
        variables.put("RAPPORT_SECRETS_KEY", secrets.secretsKey());
        for (Part part : Part.BEHIND_GATEWAY) {
            variables.put("RAPPORT_SERVICES_" + part.name() + "_URL", settings.url(part));
        }
        return variables;
    }

    /** profile-service takes these on its first start only, while it has no operator. */
    private Map<String, String> firstOperator() {
        return Map.of(
                "RAPPORT_SECRETS_KEY", secrets.secretsKey(),
                "RAPPORT_BOOTSTRAP_USERNAME", access.username(),
                "RAPPORT_BOOTSTRAP_PASSWORD", access.password(),
                "RAPPORT_BOOTSTRAP_WRITE_KEY", access.writeKey(),
                "RAPPORT_BOOTSTRAP_SERVER_KEY", access.serverKey());
    }

    private static String upper(String purpose) {
        return purpose.toUpperCase(Locale.ROOT);
    }
}
