package io.rapport.gateway.agent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import io.rapport.events.Device;
import io.rapport.gateway.GatewayConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * What kinds of devices user agents stand for. Those that were seen lately are known at once; others are read on a worker
 * thread, one after the other. A native image does not have the library, and knows none.
 */
@ApplicationScoped
public class UserAgents {
    /** Of what is longer only the beginning is read. */
    public static final int LONGEST = 512;

    private static final int KEPT = 10_000;
    private static final Logger LOG = Logger.getLogger(UserAgents.class);

    private final Vertx vertx;
    private final boolean isOn;
    private final Cache<String, Device> known =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /** Made when it is first needed. */
    private static final class Library {
        static final UserAgentLibrary INSTANCE = new UserAgentLibrary(LONGEST);
    }

    UserAgents(Vertx vertx, GatewayConfig config) {
        this.vertx = vertx;
        this.isOn = config.tracking().userAgentLibrary() && ImageMode.current() == ImageMode.JVM;
    }

    /** Ahead of the first event, which would wait for it. */
    void warmUp(@Observes StartupEvent start) {
        if (isOn) {
            vertx.executeBlocking(() -> Library.INSTANCE, false)
                    .onFailure(failure -> LOG.error("The library of user agents could not be made", failure));
        }
    }

    /** Each one's device; one that cannot be read is left out. */
    public Future<Map<String, Device>> read(Set<String> agents) {
        if (!isOn || agents.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        Map<String, Device> found = known.getAllPresent(agents);
        return found.size() == agents.size()
                ? Future.succeededFuture(found)
                : vertx.executeBlocking(() -> all(agents), false).recover(failure -> {
                    LOG.error("A user agent could not be read", failure);
                    return Future.succeededFuture(found);
                });
    }

    private Map<String, Device> all(Set<String> agents) {
        Map<String, Device> all = new HashMap<>();
        agents.forEach(agent -> all.put(agent, known.get(agent, Library.INSTANCE::read)));
        return all;
    }
}
