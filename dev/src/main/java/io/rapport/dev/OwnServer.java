package io.rapport.dev;

/** A server that one test has to itself, to break it as it likes. Its port and its data stay through stops and starts. */
public final class OwnServer implements AutoCloseable {
    private final HostClient host;
    private final String name;
    private final int port;

    OwnServer(HostClient host, String name, int port) {
        this.host = host;
        this.name = name;
        this.port = port;
    }

    public int port() {
        return port;
    }

    /** {@code localhost:port}, which is Kafka's bootstrap address too. */
    public String address() {
        return "localhost:" + port;
    }

    /** Ends it in its orderly way and returns once it has ended. A Redis forgets everything; the others do not. */
    public void stop() {
        control("stop");
    }

    /** Ends it with SIGKILL. */
    public void kill() {
        control("kill");
    }

    /** Starts it after {@link #stop} or {@link #kill} and returns once it answers. */
    public void start() {
        control("start");
    }

    /** Makes it hang: connections stay open, nothing answers. */
    public void pause() {
        control("pause");
    }

    public void resume() {
        control("resume");
    }

    /** Creates a database in it, if it is a PostgreSQL. */
    public String createDatabase(String hint) {
        return host.post("databases", "server", name, "hint", hint, "owner", owner());
    }

    /** Creates every topic in it, if it is a Kafka, and returns their prefix. */
    public String createTopics(int maxPartitions) {
        return host.post("topics", "server", name, "partitions", String.valueOf(maxPartitions), "owner", owner());
    }

    /** Stops it and removes its data. */
    @Override
    public void close() {
        control("remove");
    }

    private void control(String verb) {
        host.post(verb, "server", name);
    }

    private static String owner() {
        return String.valueOf(ProcessHandle.current().pid());
    }
}
