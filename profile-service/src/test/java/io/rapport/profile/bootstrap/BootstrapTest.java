package io.rapport.profile.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.rapport.events.Topic;
import io.rapport.profile.access.AccessConfig;
import io.rapport.profile.access.AccessLog;
import io.rapport.profile.access.Sha256;
import io.rapport.profile.login.Logins;
import io.rapport.profile.operator.OperatorService;
import io.rapport.profile.operator.Passwords;
import io.rapport.profile.serverkey.ServerKeyService;
import io.rapport.profile.signingkey.SigningKeyService;
import io.rapport.profile.source.SourceService;
import io.rapport.profile.testing.LogCapture;
import io.rapport.profile.testing.ServiceTest;
import io.rapport.profile.testing.TopicLog;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BootstrapTest extends ServiceTest {
    private static final Pattern PRINTED =
            Pattern.compile("RAPPORT FIRST LOGIN \\*\\*\\* user name: (\\S+)  password: (\\S+)  ");

    @Inject
    Bootstrap bootstrapAsConfigured;

    @Inject
    OperatorService operators;

    @Inject
    Passwords passwords;

    @Inject
    SourceService sources;

    @Inject
    ServerKeyService serverKeys;

    @Inject
    SigningKeyService signingKeys;

    @Inject
    AccessLog access;

    @Inject
    AccessConfig accessConfig;

    /** What an admin configured, the rest by default. */
    private record Configured(AccessConfig others, AccessConfig.Bootstrap bootstrap) implements AccessConfig {
        @Override
        public Login login() {
            return others.login();
        }

        @Override
        public SigningKeys signingKeys() {
            return others.signingKeys();
        }
    }

    private record First(
            String username, Optional<String> password, Optional<String> writeKey, Optional<String> serverKey)
            implements AccessConfig.Bootstrap {}

    private Bootstrap with(First first) {
        return new Bootstrap(
                operators, passwords, sources, serverKeys, signingKeys, access, new Configured(accessConfig, first));
    }

    private static void run(Bootstrap start) throws Throwable {
        VertxContextSupport.subscribeAndAwait(start::run);
    }

    @Test
    void theFirstStartMadeWhatWasConfigured() {
        Logins.token("admin", ADMIN_PASSWORD).then().statusCode(200);
        admin().get("/api/sources/web").then().statusCode(200).body("writeKey", equalTo(WRITE_KEY));
        admin().get("/api/sources/server").then().statusCode(200).body("type", equalTo("server"));
        assertThat(count("select count(*) from server_key where hash = $1 and scopes = '*'", Sha256.hex(SERVER_KEY)))
                .isEqualTo(1);
        try (TopicLog log = follow(Topic.ACCESS)) {
            assertThat(log.await("source:web", 1).get(0).path("writeKey").asText())
                    .isEqualTo(WRITE_KEY);
        }
    }

    @Test
    void anotherStartMakesNothingNewAndAnnouncesEverythingAgain() throws Throwable {
        // Given
        long keys = count("select count(*) from server_key");
        try (TopicLog log = follow(Topic.ACCESS)) {
            int before = log.await("source:web", 1).size();

            // When
            run(bootstrapAsConfigured);

            // Then
            assertThat(log.await("source:web", before + 1).get(before))
                    .isEqualTo(log.jsonOf("source:web").get(before - 1));
            assertThat(count("select count(*) from server_key")).isEqualTo(keys);
        }
    }

    @Test
    void withoutAConfiguredPasswordOneIsPrintedOnceAndNeverLogged() throws Throwable {
        // Given
        List<String> all = usernames();
        query("update operator set username = 'hidden-' || username");
        query("create table hidden_operator as select * from operator");
        query("delete from operator");
        try (LogCapture log = new LogCapture()) {
            // When
            First first = new First("first", Optional.empty(), Optional.empty(), Optional.empty());
            String printed = printedBy(() -> run(with(first)));
            String again = printedBy(() -> run(with(first)));

            // Then
            Matcher line = PRINTED.matcher(printed);
            assertThat(line.find()).isTrue();
            assertThat(line.group(1)).isEqualTo("first");
            assertThat(line.group(2)).hasSize(24);
            Logins.token("first", line.group(2)).then().statusCode(200);
            assertThat(again).doesNotContain("FIRST LOGIN");
            assertThat(String.join("\n", log.lines())).contains("first").doesNotContain(line.group(2));
        } finally {
            query("insert into operator select * from hidden_operator");
            query("update operator set username = replace(username, 'hidden-', '')");
            query("drop table hidden_operator");
            query("delete from operator where username = 'first'");
        }
        assertThat(usernames()).isEqualTo(all);
    }

    private List<String> usernames() {
        return query("select username from operator order by username").stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private interface Work {
        void run() throws Throwable;
    }

    private static String printedBy(Work work) throws Throwable {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatNoLoginOrGatewayWouldAcceptIsRefusedByItsKey() {
        assertThatThrownBy(
                        () -> FirstAccess.of(new First("Admin!", Optional.empty(), Optional.empty(), Optional.empty())))
                .hasMessageContaining("rapport.bootstrap.username");
        assertThatThrownBy(
                        () -> FirstAccess.of(new First("a", Optional.of("short"), Optional.empty(), Optional.empty())))
                .hasMessageContaining("rapport.bootstrap.password")
                .hasMessageNotContaining("short ");
        assertThatThrownBy(() -> FirstAccess.of(
                        new First("a", Optional.empty(), Optional.empty(), Optional.of("0123456789012345678901234"))))
                .hasMessageContaining("rapport.bootstrap.server-key");
    }
}
