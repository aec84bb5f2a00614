package io.rapport.platform.metrics;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Names the service on every metric, JVM's and Vert.x's among them, so that one dashboard shows all services. */
@Dependent
class ServiceTag {
    @Produces
    @Singleton
    MeterFilter service(@ConfigProperty(name = "quarkus.application.name") String name) {
        return MeterFilter.commonTags(List.of(Tag.of("service", name)));
    }
}
