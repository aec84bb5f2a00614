package io.rapport.profile.testing;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.rapport.events.Topic;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.kafka.EventProducer;
import io.rapport.platform.testing.RapportResource;
import io.rapport.platform.testing.TestCallers;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A test of the running service, with its database and topics at hand. */
@QuarkusTestResource(
        value = RapportResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "profile"),
            @ResourceArg(name = "rapport.bootstrap.password", value = ServiceTest.ADMIN_PASSWORD),
            @ResourceArg(name = "rapport.bootstrap.write-key", value = ServiceTest.WRITE_KEY),
            @ResourceArg(name = "rapport.bootstrap.server-key", value = ServiceTest.SERVER_KEY),
            @ResourceArg(name = "rapport.signing-keys.announce-ahead", value = "PT0S")
        })
public abstract class ServiceTest {
    public static final String ADMIN_PASSWORD = "first-password-of-the-tests";
    public static final String WRITE_KEY = "wk-of-the-tests-0123456789";
    public static final String SERVER_KEY = "sk_of-the-tests-0123456789abcdef";

    protected static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    protected Pool pool;

    @Inject
    protected PlatformConfig config;

    @Inject
    protected EventProducer producer;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    protected String bootstrap;

    protected static RequestSpecification admin() {
        return as(TestCallers.admin());
    }

    protected static RequestSpecification as(String caller) {
        return given().header("Authorization", caller).contentType("application/json");
    }

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

    protected String topic(Topic topic) {
        return topic.name(config.topics().prefix());
    }

    /** All that a topic holds, from its beginning. */
    protected TopicLog follow(Topic topic) {
        return new TopicLog(bootstrap, topic(topic));
    }

    protected void publish(ProducerRecord<String, byte[]> record) {
        producer.send(record).await().atMost(SOON);
    }
}
