package io.rapport.profile.event;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Settings of the event store. */
@ConfigMapping(prefix = "rapport.events")
interface EventsConfig {
    /**
     * How long events are kept by their time, such as {@code Product Viewed=P90D,Page Left=P30D,*=P3Y}: an ISO 8601 period
     * of days, months and years for each name; {@code *} is every other. What is not named is kept for good.
     */
    Optional<List<String>> retention();
}
