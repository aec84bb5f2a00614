package io.rapport.dev;

/** What another module's test JVM would do: prints the address of the shared Kafka and a database of its own. */
public final class SharedServersProbe {
    private SharedServersProbe() {}

    public static void main(String[] arguments) {
        TestServers servers = TestServers.shared();
        System.out.println(servers.kafkaBootstrap());
        System.out.println(servers.createDatabase("probe"));
    }
}
