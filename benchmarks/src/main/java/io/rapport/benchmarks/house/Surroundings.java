package io.rapport.benchmarks.house;

import io.rapport.dev.TestServers;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a service finds when it is started alone: a database, topics and keys of its own.
 *
 * @param prefix of the topics
 * @param privateKey signs the gateway's tokens: Ed25519, PKCS#8, base64
 */
public record Surroundings(
        int postgresPort,
        String database,
        String kafka,
        String redis,
        String prefix,
        String privateKey,
        String publicKey) {
    public static final String WRITE_KEY = "wk-of-the-benchmark-0123456789";
    private static final List<String> PURPOSES = List.of("ANALYTICS", "PERSONALIZATION", "MARKETING", "ADVERTISING");

    /** On the servers that tests share, which flush nothing. */
    public static Surroundings shared(String name) {
        TestServers servers = TestServers.shared();
        return with(servers.postgresPort(), servers.createDatabase(name));
    }

    /** With a PostgreSQL of the caller's. */
    public static Surroundings with(int postgresPort, String database) {
        TestServers servers = TestServers.shared();
        KeyPair keys = keys();
        return new Surroundings(
                postgresPort,
                database,
                servers.kafkaBootstrap(),
                servers.redisUri(servers.redisDatabase()),
                servers.createTopics(),
                base64(keys.getPrivate().getEncoded()),
                base64(keys.getPublic().getEncoded()));
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public String topic(String name) {
        return prefix + name;
    }

    /** The consumer group that takes events in. */
    public String group() {
        return prefix + "profile-service";
    }

    Map<String, String> profileService() {
        Map<String, String> variables = common();
        variables.put("RAPPORT_BOOTSTRAP_PASSWORD", "first-password-of-the-benchmark");
        variables.put("RAPPORT_BOOTSTRAP_WRITE_KEY", WRITE_KEY);
        // glibc would keep up to eight arenas for each core.
        variables.put("MALLOC_ARENA_MAX", "2");
        variables.put("RAPPORT_DATABASE_HOST", "localhost");
        variables.put("RAPPORT_DATABASE_PORT", String.valueOf(postgresPort));
        variables.put("RAPPORT_DATABASE_NAME", database);
        variables.put("RAPPORT_DATABASE_USERNAME", "rapport");
        variables.put("RAPPORT_DATABASE_PASSWORD", "rapport");
        return variables;
    }

    Map<String, String> gateway(int profilePort) {
        Map<String, String> variables = common();
        variables.put("RAPPORT_INTERNAL_PRIVATE_KEY", privateKey);
        variables.put("RAPPORT_SERVICES_PROFILE_URL", "http://localhost:" + profilePort);
        return variables;
    }

    private Map<String, String> common() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        variables.put("QUARKUS_REDIS_HOSTS", redis);
        variables.put("RAPPORT_TOPICS_PREFIX", prefix);
        variables.put("RAPPORT_INTERNAL_PUBLIC_KEYS", publicKey);
        variables.put("RAPPORT_SECRETS_KEY", base64(new byte[32]));
        PURPOSES.forEach(purpose -> variables.put("RAPPORT_CONSENT_DEFAULT_" + purpose, "granted"));
        return variables;
    }

    @Override
    public String toString() {
        return "Surroundings[" + database + ", " + prefix + "]";
    }
}
