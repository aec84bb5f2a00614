package io.rapport.platform.health;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while PostgreSQL answers, for it is the truth. Redis is not asked: without it a service is slower, not wrong. */
@Readiness
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
class DatabaseReadiness implements AsyncHealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Pool pool;
    private final String place;

    DatabaseReadiness(
            Pool pool,
            @ConfigProperty(name = "rapport.database.host") String host,
            @ConfigProperty(name = "rapport.database.port") int port,
            @ConfigProperty(name = "rapport.database.name") String name) {
        this.pool = pool;
        this.place = name + " at " + host + ":" + port;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pool.query("select 1")
                .execute()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(rows -> HealthCheckResponse.up("database"))
                .onFailure()
                .recoverWithItem(this::away);
    }

    private HealthCheckResponse away(Throwable fault) {
        return HealthCheckResponse.named("database")
                .down()
                .withData(
                        "detail",
                        place + " does not answer: " + fault.getClass().getSimpleName())
                .build();
    }
}
