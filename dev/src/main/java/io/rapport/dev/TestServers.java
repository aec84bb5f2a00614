package io.rapport.dev;

import io.rapport.dev.servers.Durability;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, Redis and Kafka for tests. They run in processes of their own that are started once for a Maven run, shared
 * by the tests of every module, and end by themselves a minute after the last Maven run that used them. This class and
 * all that it uses need nothing but the JDK.
 *
 * <p>What a test asks for (databases, topics) belongs to its process and is taken back after that has ended.
 */
public final class TestServers {
    private static final int DEFAULT_PARTITIONS = 4;

    private static @Nullable TestServers shared;

    private final HostClient host;
    private final int postgresPort;
    private final int redisPort;
    private final int kafkaPort;

    TestServers(HostClient host, Properties state) {
        this.host = host;
        this.postgresPort = Integer.parseInt(state.getProperty("postgres.port"));
        this.redisPort = Integer.parseInt(state.getProperty("redis.port"));
        this.kafkaPort = Integer.parseInt(state.getProperty("kafka.port"));
    }

    /** The servers that all tests of this checkout share; starts them where they do not run. */
    public static synchronized TestServers shared() {
        if (shared == null) {
            shared = new HostStart(Checkout.find()).connect();
        }
        return shared;
    }

    public String postgresHost() {
        return "localhost";
    }

    public int postgresPort() {
        return postgresPort;
    }

    /** May create databases and roles. */
    public String user() {
        return "rapport";
    }

    public String password() {
        return "rapport";
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + postgresPort + "/" + database;
    }

    /** Database 0, which nothing empties: rather use {@link #redisUri(int)} with a {@link #redisDatabase()} of your own. */
    public String redisUri() {
        return "redis://localhost:" + redisPort;
    }

    public String redisUri(int database) {
        return redisUri() + "/" + database;
    }

    public String kafkaBootstrap() {
        return "localhost:" + kafkaPort;
    }

    /** Creates an empty database and returns its name, in which the hint can be recognised. */
    public String createDatabase(String hint) {
        return host.post("databases", "server", "postgres", "hint", hint, "owner", owner());
    }

    /** Creates every topic of the suite, with few partitions each, and returns their prefix (such as {@code t4f.}). */
    public String createTopics() {
        return createTopics(DEFAULT_PARTITIONS);
    }

    /** As {@link #createTopics()}, with at most so many partitions a topic. */
    public String createTopics(int maxPartitions) {
        return host.post("topics", "server", "kafka", "partitions", String.valueOf(maxPartitions), "owner", owner());
    }

    /** The number of an empty Redis database that no other test of this run was given (256 of them go round). */
    public int redisDatabase() {
        return Integer.parseInt(host.post("redis-databases", "server", "redis"));
    }

    /** A Redis of this test alone, which it may stop, kill, pause and start again; up in well under a second. */
    public OwnServer ownRedis() {
        return own("redis");
    }

    /** A Kafka of this test alone; it takes some seconds to start. */
    public OwnServer ownKafka() {
        return own("kafka");
    }

    /** A PostgreSQL of this test alone; it takes a second or two to start. */
    public OwnServer ownPostgres() {
        return own("postgres");
    }

    /** One that flushes each commit, as in production: what is measured on it holds there. */
    public OwnServer ownDurablePostgres() {
        return own("postgres", Durability.REAL);
    }

    private OwnServer own(String kind) {
        return own(kind, Durability.RELAXED);
    }

    private OwnServer own(String kind, Durability durability) {
        String[] nameAndPort = host.post("servers", "kind", kind, "durability", durability.name(), "owner", owner())
                .split(" ", 2);
        return new OwnServer(host, nameAndPort[0], Integer.parseInt(nameAndPort[1]));
    }

    private static String owner() {
        return String.valueOf(ProcessHandle.current().pid());
    }
}
