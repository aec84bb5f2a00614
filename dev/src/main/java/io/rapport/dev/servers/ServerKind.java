package io.rapport.dev.servers;

/** The three kinds of servers, by the names that people and tests use. */
public enum ServerKind {
    POSTGRES {
        @Override
        public EmbeddedServer at(ServerPlace place) {
            return new PostgresServer(place);
        }
    },
    REDIS {
        @Override
        public EmbeddedServer at(ServerPlace place) {
            return new RedisServer(place);
        }
    },
    KAFKA {
        @Override
        public EmbeddedServer at(ServerPlace place) {
            return new KafkaServer(place);
        }
    };

    public abstract EmbeddedServer at(ServerPlace place);
}
