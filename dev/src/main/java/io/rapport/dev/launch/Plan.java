package io.rapport.dev.launch;

import io.rapport.dev.Checkout;
import io.rapport.dev.process.Launchable;
import io.rapport.dev.process.Refusal;
import io.rapport.dev.servers.Durability;
import io.rapport.dev.servers.KafkaTopics;
import io.rapport.dev.servers.PostgresDatabases;
import io.rapport.dev.servers.PostgresServer;
import io.rapport.dev.servers.ServerKind;
import io.rapport.dev.servers.ServerPlace;
import io.rapport.dev.supervise.Stage;
import io.rapport.events.Topics;
import java.util.List;

/** What starts after what: the servers, what the services expect in them, the services, the gateway. */
record Plan(Settings settings, Environment environment, Home home, Checkout checkout) {
    private static final String TOPICS_PREFIX = "rapport.";

    List<Stage> stages() {
        List<Launchable> servers = settings.local().stream()
                .filter(Part::isServer)
                .map(this::server)
                .toList();
        List<Launchable> services =
                Part.BEHIND_GATEWAY.stream().map(this::service).toList();
        return List.of(
                new Stage(servers, this::fillServers), new Stage(services), new Stage(List.of(service(Part.GATEWAY))));
    }

    private Launchable server(Part part) {
        ServerPlace place =
                new ServerPlace(home.data(part), home.runtime(), home.log(part), settings.port(part), Durability.REAL);
        return ServerKind.valueOf(part.name()).at(place);
    }

    private Launchable service(Part part) {
        return new Service(part, settings, environment, home, checkout);
    }

    private void fillServers() {
        try {
            PostgresDatabases databases = new PostgresDatabases(settings.postgres());
            PostgresServer.SERVICE_DATABASES.forEach(databases::createIfAbsent);
            new KafkaTopics(settings.kafka()).createMissing(Topics.all(TOPICS_PREFIX));
        } catch (IllegalStateException e) {
            throw new Refusal(e.getMessage() + causes(e), e);
        }
    }

    private static String causes(Throwable failure) {
        return failure.getCause() == null ? "" : ": " + failure.getCause().getMessage();
    }
}
