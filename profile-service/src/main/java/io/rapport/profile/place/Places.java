package io.rapport.profile.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import io.netty.util.NetUtil;
import io.quarkus.runtime.StartupEvent;
import io.rapport.platform.rounds.Rounds;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Adds {@code location} to contexts that have an {@code ip} and none: {@code country} (ISO 3166-1 alpha-2), {@code region}
 * (ISO 3166-2 without the country) and {@code city} (in English), by a database in MaxMind's format with the fields of
 * GeoLite2 City or Country. Without one nothing is added. A file that is replaced is read again within a minute.
 *
 * @see <a href="https://maxmind.github.io/MaxMind-DB/">MaxMind DB File Format Specification 2.0</a>
 */
@ApplicationScoped
public class Places {
    private static final Logger LOG = Logger.getLogger(Places.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final @Nullable Path file;
    private volatile @Nullable Reader reader;
    private volatile @Nullable FileTime asOf;

    /** Of a shop that has no database. */
    public static Places unknown() {
        return new Places(Optional.empty());
    }

    Places(@ConfigProperty(name = "rapport.geo.database") Optional<Path> file) {
        this.file = file.orElse(null);
    }

    /** A database that cannot be read stops the service as it starts, and later leaves it with the one before. */
    void start(@Observes StartupEvent event, Vertx vertx) throws IOException {
        if (file != null) {
            read(file);
            Rounds.every(
                    PERIOD,
                    vertx,
                    "The database of places waits to be read",
                    () -> Uni.createFrom()
                            .item(this::refresh)
                            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
        }
    }

    private boolean refresh() {
        try {
            boolean isNewer = !Files.getLastModifiedTime(file).equals(asOf);
            if (isNewer) {
                read(file);
            }
            return isNewer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path database) throws IOException {
        FileTime modified = Files.getLastModifiedTime(database);
        // In memory, so that the file may be replaced under it.
        reader = new Reader(new ByteArrayInputStream(Files.readAllBytes(database)), new CHMCache());
        asOf = modified;
        LOG.infof("Places are read from %s", database.getFileName());
    }

    /** The context with its location, where it is known and not said already. */
    public JsonNode located(JsonNode context) {
        Reader database = reader;
        JsonNode ip = context.path("ip");
        if (database == null || !(context instanceof ObjectNode) || context.has("location") || !ip.isTextual()) {
            return context;
        }
        return find(database, ip.textValue())
                .map(place -> {
                    ObjectNode located = ((ObjectNode) context).objectNode();
                    located.setAll((ObjectNode) context);
                    return (JsonNode) located.set("location", place);
                })
                .orElse(context);
    }

    private static Optional<ObjectNode> find(Reader database, String ip) {
        // Not by the platform, which would look up as a name what is no address.
        byte[] address = NetUtil.createByteArrayFromIpAddressString(ip);
        if (address == null) {
            return Optional.empty();
        }
        try {
            Map<?, ?> found = database.get(InetAddress.getByAddress(address), Map.class);
            return found == null ? Optional.empty() : place(found);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<ObjectNode> place(Map<?, ?> found) {
        String country = text(found.get("country"), "iso_code");
        if (country == null) {
            return Optional.empty();
        }
        ObjectNode place = JsonNodeFactory.instance.objectNode().put("country", country);
        Object region = found.get("subdivisions") instanceof List<?> all && !all.isEmpty() ? all.get(0) : null;
        put(place, "region", text(region, "iso_code"));
        put(place, "city", found.get("city") instanceof Map<?, ?> city ? text(city.get("names"), "en") : null);
        return Optional.of(place);
    }

    private static @Nullable String text(@Nullable Object map, String key) {
        return map instanceof Map<?, ?> fields && fields.get(key) instanceof String text ? text : null;
    }

    private static void put(ObjectNode place, String name, @Nullable String text) {
        if (text != null) {
            place.put(name, text);
        }
    }
}
