package io.rapport.dev.servers;

/** What a server may lose when the machine stops. */
public enum Durability {
    /** As in production: PostgreSQL flushes each commit, Redis its log every second. */
    REAL,
    /** Nothing is flushed: for tests, whose data lives as long as they do. */
    RELAXED
}
