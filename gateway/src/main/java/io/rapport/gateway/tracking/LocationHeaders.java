package io.rapport.gateway.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.EventsJson;
import io.rapport.gateway.GatewayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a CDN says that a visitor is, in headers that the operator names: only a CDN that sets them on every request may be
 * believed, for anybody can send a header.
 */
@ApplicationScoped
class LocationHeaders {
    /** ISO 3166-1 alpha-2; what is no country (XX, T1) is nowhere. */
    private static final Pattern COUNTRY = Pattern.compile("(?!XX)[A-Z]{2}");

    private static final int LONGEST = 120;

    private final GatewayConfig.LocationHeader names;

    @Inject
    LocationHeaders(GatewayConfig config) {
        this(config.tracking().locationHeader());
    }

    LocationHeaders(GatewayConfig.LocationHeader names) {
        this.names = names;
    }

    /**
     * As an event's {@code context.location}; null where nothing is said.
     *
     * @param request gives a header's value by its name
     */
    @Nullable
    JsonNode read(UnaryOperator<@Nullable String> request) {
        String country = value(request, names.country());
        if (country == null
                || !COUNTRY.matcher(country.toUpperCase(Locale.ROOT)).matches()) {
            return null;
        }
        ObjectNode location = EventsJson.mapper().createObjectNode();
        location.put("country", country.toUpperCase(Locale.ROOT));
        put(location, "region", value(request, names.region()));
        put(location, "city", value(request, names.city()));
        return location;
    }

    private static @Nullable String value(UnaryOperator<@Nullable String> request, Optional<String> header) {
        String value = header.map(request).orElse(null);
        return value == null || value.isBlank() || value.length() > LONGEST ? null : value.strip();
    }

    private static void put(ObjectNode location, String name, @Nullable String text) {
        if (text != null) {
            location.put(name, text);
        }
    }
}
