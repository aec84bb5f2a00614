package io.rapport.gateway.agent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import io.rapport.events.Device;
import io.rapport.gateway.GatewayConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * What kinds of devices user agents stand for. Those that were seen lately are known at once; others are read on a
 * thread of their own, one after the other. A native image does not have the library, and knows none.
 */
@ApplicationScoped
public class UserAgents {
    /** Of what is longer only the beginning is read. */
    public static final int LONGEST = 512;

    private static final int KEPT = 10_000;
    /** Beyond it, about a second's work, an agent is left out rather than waited for. */
    private static final int MOST_WAITING = 1_000;

    private static final Logger LOG = Logger.getLogger(UserAgents.class);

    private final boolean isOn;
    /** Of one thread, for the library answers one at a time and would hold up all others'. */
    private final WorkerExecutor reader;

    private final AtomicInteger waiting = new AtomicInteger();
    private final Cache<String, Device> known =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /** Made when it is first needed. */
    private static final class Library {
        static final UserAgentLibrary INSTANCE = new UserAgentLibrary(LONGEST);
    }

    UserAgents(Vertx vertx, GatewayConfig config) {
        this.isOn = config.tracking().userAgentLibrary() && ImageMode.current() == ImageMode.JVM;
        this.reader = vertx.createSharedWorkerExecutor("user-agents", 1);
    }

    /** Ahead of the first event, which would wait for it. */
    void warmUp(@Observes StartupEvent start) {
        if (isOn) {
            reader.executeBlocking(() -> Library.INSTANCE, false)
                    .onFailure(failure -> LOG.error(
                            "The library of user agents could not be made; devices are told by common tokens",
                            failure));
        }
    }

    @PreDestroy
    void close() {
        reader.close();
    }

    /** Each one's device; one that cannot be read, or would have to wait too long, is left out. */
    public Future<Map<String, Device>> read(Set<String> agents) {
        if (!isOn || agents.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        Map<String, Device> found = known.getAllPresent(agents);
        int missing = agents.size() - found.size();
        return missing == 0 ? Future.succeededFuture(found) : readMissing(agents, found, missing);
    }

    private Future<Map<String, Device>> readMissing(Set<String> agents, Map<String, Device> found, int missing) {
        if (waiting.addAndGet(missing) > MOST_WAITING) {
            waiting.addAndGet(-missing);
            return Future.succeededFuture(found);
        }
        return reader.executeBlocking(() -> all(agents), false)
                .onComplete(done -> waiting.addAndGet(-missing))
                .recover(failure -> {
                    LOG.debug("A user agent could not be read", failure);
                    return Future.succeededFuture(found);
                });
    }

    private Map<String, Device> all(Set<String> agents) {
        Map<String, Device> all = new HashMap<>();
        agents.forEach(agent -> all.put(agent, known.get(agent, Library.INSTANCE::read)));
        return all;
    }
}
