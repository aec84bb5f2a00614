package io.rapport.gateway.testing;

import io.rapport.gateway.access.AccessDirectory;
import io.rapport.platform.testing.Eventually;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Waits until the gateway has read what was announced. */
@ApplicationScoped
public class Ready {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AccessDirectory directory;

    Ready(AccessDirectory directory) {
        this.directory = directory;
    }

    /** The topic has one partition, so all that was announced before this source is known with it. */
    public Shop.Source knows(Shop.Source source) {
        Eventually.within(PATIENCE, () -> directory.sourceOf(source.writeKey()).isPresent());
        return source;
    }

    public void forgot(Shop.Source source) {
        Eventually.within(PATIENCE, () -> directory.sourceOf(source.writeKey()).isEmpty());
    }
}
