package io.rapport.dev.servers;

import io.rapport.dev.process.Launchable;

/** A server that keeps its data in a folder and runs as a child process. */
public sealed interface EmbeddedServer extends Launchable permits PostgresServer, RedisServer, KafkaServer {
    ServerPlace place();

    @Override
    default int port() {
        return place().port();
    }
}
