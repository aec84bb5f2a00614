package io.rapport.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where the services are: scheme, host and port. */
@ConfigMapping(prefix = "rapport.services")
public interface ServicesConfig {
    Profile profile();

    Recommendation recommendation();

    Campaign campaign();

    Survey survey();

    /** Who everybody is. */
    interface Profile {
        @WithDefault("http://localhost:8081")
        URI url();
    }

    /** What to show. */
    interface Recommendation {
        @WithDefault("http://localhost:8082")
        URI url();
    }

    /** What to say. */
    interface Campaign {
        @WithDefault("http://localhost:8083")
        URI url();
    }

    /** What to ask. */
    interface Survey {
        @WithDefault("http://localhost:8084")
        URI url();
    }
}
