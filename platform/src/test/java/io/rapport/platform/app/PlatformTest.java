package io.rapport.platform.app;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.rapport.dev.OwnServer;
import io.rapport.events.Topic;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.testing.RapportResource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the tests of platform stand on: an application of their own with a Kafka and a PostgreSQL that they may break. */
@QuarkusTestResource(
        value = RapportResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "platform"),
            @ResourceArg(name = "own", value = "kafka,postgres"),
            @ResourceArg(name = "rapport.consent.default.analytics", value = "granted")
        })
public abstract class PlatformTest {
    protected static final Duration SOON = Duration.ofSeconds(30);

    protected OwnServer kafka;
    protected OwnServer postgres;

    @Inject
    protected Pool pool;

    @Inject
    protected PlatformConfig config;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    protected String bootstrap;

    protected List<Row> query(String sql, Object... values) {
        return StreamSupport.stream(
                        pool.preparedQuery(sql)
                                .execute(Tuple.from(values))
                                .await()
                                .atMost(SOON)
                                .spliterator(),
                        false)
                .toList();
    }

    protected long count(String sql, Object... values) {
        return query(sql, values).get(0).getLong(0);
    }

    /** All that a topic holds from now on. */
    protected TopicLog follow(Topic topic) {
        return new TopicLog(bootstrap, topic.name(config.topics().prefix()));
    }
}
