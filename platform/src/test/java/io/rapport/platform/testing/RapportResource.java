package io.rapport.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.rapport.dev.OwnServer;
import io.rapport.dev.TestServers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A place of its own for a test application: a fresh database, fresh topics behind a fresh prefix, an empty Redis
 * database, keys, and a clock that tests may move.
 *
 * <p>Arguments: {@code database} names the database (none: the application has none); {@code own} lists servers
 * ({@code kafka,postgres,redis}) that this application alone shall use, so that its tests may pause or kill them. They are
 * injected into the test's fields of type {@link OwnServer} with the same names. Every argument with a dot in its name is
 * handed on as configuration.
 */
public final class RapportResource implements QuarkusTestResourceLifecycleManager {
    private final Map<String, OwnServer> own = new HashMap<>();
    private Map<String, String> arguments = Map.of();

    @Override
    public void init(Map<String, String> initArgs) {
        this.arguments = Map.copyOf(initArgs);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(fixed());
        kafka(settings);
        redis(settings);
        if (arguments.containsKey("database")) {
            database(settings, arguments.get("database"));
        }
        arguments.forEach((name, value) -> {
            if (name.contains(".")) {
                settings.put(name, value);
            }
        });
        return settings;
    }

    private static Map<String, String> fixed() {
        return Map.of(
                "quarkus.http.test-port",
                "0",
                "quarkus.shutdown.timeout",
                "1s",
                "rapport.clock.control",
                "true",
                "rapport.internal.private-key",
                TestKeys.privateKey(),
                "rapport.internal.public-keys",
                TestKeys.publicKey(),
                "rapport.secrets.key",
                TestKeys.secretsKey());
    }

    private void kafka(Map<String, String> settings) {
        if (wantsOwn("kafka")) {
            OwnServer kafka = own("kafka", TestServers.shared().ownKafka());
            settings.put("kafka.bootstrap.servers", kafka.address());
            settings.put("rapport.topics.prefix", kafka.createTopics(4));
        } else {
            settings.put("kafka.bootstrap.servers", TestServers.shared().kafkaBootstrap());
            settings.put("rapport.topics.prefix", TestServers.shared().createTopics());
        }
    }

    private void redis(Map<String, String> settings) {
        TestServers shared = TestServers.shared();
        settings.put(
                "quarkus.redis.hosts",
                wantsOwn("redis")
                        ? "redis://" + own("redis", shared.ownRedis()).address()
                        : shared.redisUri(shared.redisDatabase()));
    }

    private void database(Map<String, String> settings, String hint) {
        TestServers shared = TestServers.shared();
        settings.put("rapport.database.host", shared.postgresHost());
        settings.put("rapport.database.username", shared.user());
        settings.put("rapport.database.password", shared.password());
        if (wantsOwn("postgres")) {
            OwnServer postgres = own("postgres", shared.ownPostgres());
            settings.put("rapport.database.port", Integer.toString(postgres.port()));
            settings.put("rapport.database.name", postgres.createDatabase(hint));
        } else {
            settings.put("rapport.database.port", Integer.toString(shared.postgresPort()));
            settings.put("rapport.database.name", shared.createDatabase(hint));
        }
    }

    private boolean wantsOwn(String server) {
        return arguments.getOrDefault("own", "").toLowerCase(Locale.ROOT).contains(server);
    }

    private OwnServer own(String name, OwnServer server) {
        own.put(name, server);
        return server;
    }

    @Override
    public void inject(TestInjector injector) {
        own.forEach((name, server) -> injector.injectIntoFields(
                server,
                field -> field.getType() == OwnServer.class && field.getName().equals(name)));
    }

    @Override
    public void stop() {
        own.values().forEach(OwnServer::close);
        own.clear();
    }
}
