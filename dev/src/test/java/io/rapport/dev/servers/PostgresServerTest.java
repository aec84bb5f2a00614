package io.rapport.dev.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @TempDir
    Path folder;

    private ServerPlace place;
    private RunningServer running;

    @BeforeEach
    void start() {
        place = TemporaryPlaces.in(folder, "postgresql", Durability.REAL);
        running = RunningServer.start(new PostgresServer(place), process -> {});
    }

    @AfterEach
    void stop() {
        running.stop();
    }

    @Test
    void aCommittedRowIsStillThereAfterAStopAndAfterACrash() throws SQLException {
        // Given
        execute("CREATE TABLE visit (id int)");
        execute("INSERT INTO visit VALUES (1)");

        // When
        running.stop();
        running.startAgain();
        execute("INSERT INTO visit VALUES (2)");
        running.kill();
        running.startAgain();

        // Then
        assertThat(query("SELECT string_agg(id::text, ',' ORDER BY id) FROM visit"))
                .isEqualTo("1,2");
    }

    @Test
    void aPidFileThatNamesAForeignProcessDoesNotKeepItFromStarting() throws Exception {
        // Given
        running.stop();
        long foreign = ProcessHandle.current().pid();
        Files.write(
                place.data().resolve("postmaster.pid"),
                List.of(
                        String.valueOf(foreign),
                        place.data().toString(),
                        "0",
                        "5432",
                        "",
                        "localhost",
                        "0 0",
                        "ready"));

        // When
        running.startAgain();

        // Then
        assertThat(query("SELECT 'here'")).isEqualTo("here");
        assertThat(ProcessHandle.of(foreign)).isPresent();
    }

    @Test
    void aServerThatOutlivedItsLauncherIsEndedBeforeANewOneStarts() throws SQLException {
        // Given
        ProcessHandle leftover = running.process().handle();

        // When
        RunningServer next = RunningServer.start(new PostgresServer(place), process -> {});

        // Then
        assertThat(leftover.isAlive()).isFalse();
        assertThat(query("SELECT 'here'")).isEqualTo("here");
        next.stop();
    }

    @Test
    void durabilityIsRealUnlessItIsRelaxed() throws SQLException {
        assertThat(query("SHOW fsync")).isEqualTo("on");
        assertThat(query("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(query("SHOW full_page_writes")).isEqualTo("on");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                PostgresAddress.local(place.port()).jdbcUrl(), PostgresServer.USER, PostgresServer.PASSWORD);
    }
}
