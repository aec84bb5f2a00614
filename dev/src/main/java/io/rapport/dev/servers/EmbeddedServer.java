package io.rapport.dev.servers;

import io.rapport.dev.process.ProcessSpec;

/** A server that runs as a child process. */
public sealed interface EmbeddedServer permits PostgresServer, RedisServer, KafkaServer {
    ServerPlace place();

    /** Unpacks binaries and initializes the data folder where that is still to be done. */
    void prepare();

    ProcessSpec spec();

    /** Whether it answers a real request, not only its port. */
    boolean isReady();

    default int port() {
        return place().port();
    }
}
