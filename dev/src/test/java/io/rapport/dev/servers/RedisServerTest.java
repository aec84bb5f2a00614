package io.rapport.dev.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerTest {
    @TempDir
    Path folder;

    @Test
    void aKeyIsStillThereAfterARestart() throws IOException {
        // Given
        RunningServer running = start(Durability.REAL);
        RedisConnection redis = new RedisConnection(running.server().port());
        redis.lastReply("SET visitor anna");

        // When
        running.stop();
        running.startAgain();

        // Then
        assertThat(redis.lastReply("STRLEN visitor")).isEqualTo(":4");
        running.stop();
    }

    @Test
    void flushingEmptiesOneDatabaseOnly() throws IOException {
        // Given
        RunningServer running = start(Durability.RELAXED);
        RedisConnection redis = new RedisConnection(running.server().port());
        redis.lastReply("SELECT 1", "SET visitor anna");
        redis.lastReply("SELECT 255", "SET visitor anna");

        // When
        redis.flush(255);

        // Then
        assertThat(redis.lastReply("SELECT 1", "EXISTS visitor")).isEqualTo(":1");
        assertThat(redis.lastReply("SELECT 255", "EXISTS visitor")).isEqualTo(":0");
        running.stop();
    }

    private RunningServer start(Durability durability) {
        return RunningServer.start(new RedisServer(TemporaryPlaces.in(folder, "redis", durability)), process -> {});
    }
}
