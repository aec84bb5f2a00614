package io.rapport.dev.testing;

import io.rapport.dev.servers.KafkaServer;
import io.rapport.dev.servers.KafkaTopics;
import io.rapport.dev.servers.PostgresAddress;
import io.rapport.dev.servers.PostgresDatabases;
import io.rapport.dev.servers.RedisConnection;
import io.rapport.dev.servers.RedisServer;
import io.rapport.dev.servers.RunningServer;
import io.rapport.events.Topics;
import io.rapport.events.Topics.TopicSpec;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Fresh databases, topics and Redis databases, each with a name that no other test process has. */
final class Resources {
    private static final int LONGEST_HINT = 40;

    private final Leases leases;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger redisCount = new AtomicInteger();

    Resources(Leases leases) {
        this.leases = leases;
    }

    String database(RunningServer postgres, String hint, long owner) {
        String name = "t" + count.incrementAndGet() + "_" + plain(hint);
        PostgresDatabases databases =
                new PostgresDatabases(PostgresAddress.local(postgres.server().port()));
        databases.createIfAbsent(name);
        lease(postgres, owner, () -> databases.drop(name));
        return name;
    }

    /** Every topic of the suite; returns their prefix. */
    String topics(RunningServer kafka, int maxPartitions, long owner) {
        String prefix = "t" + Integer.toString(count.incrementAndGet(), Character.MAX_RADIX) + ".";
        List<TopicSpec> specs = Topics.all(prefix).stream()
                .map(spec -> withAtMost(maxPartitions, spec))
                .toList();
        KafkaTopics topics = new KafkaTopics(((KafkaServer) kafka.server()).bootstrap());
        topics.createMissing(specs);
        lease(
                kafka,
                owner,
                () -> topics.delete(specs.stream().map(TopicSpec::name).toList()));
        return prefix;
    }

    /** A server of one test alone is gone by then, with all that was in it. */
    private void lease(RunningServer server, long owner, Runnable release) {
        leases.add(owner, () -> {
            if (server.process().isAlive()) {
                release.run();
            }
        });
    }

    /** An empty one; with more than 256 asked for in one run, the oldest is handed out again. */
    int redisDatabase(RunningServer redis) {
        int database = redisCount.incrementAndGet() % RedisServer.DATABASES;
        new RedisConnection(redis.server().port()).flush(database);
        return database;
    }

    private static TopicSpec withAtMost(int partitions, TopicSpec spec) {
        return new TopicSpec(
                spec.name(), Math.min(partitions, spec.partitions()), spec.retentionMillis(), spec.compacted());
    }

    private static String plain(String hint) {
        String plain = hint.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        return plain.substring(0, Math.min(LONGEST_HINT, plain.length()));
    }
}
