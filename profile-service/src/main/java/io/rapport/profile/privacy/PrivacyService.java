package io.rapport.profile.privacy;

import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Takes privacy requests and tells how far they are. */
@ApplicationScoped
class PrivacyService {
    private static final Logger LOG = Logger.getLogger(PrivacyService.class);

    /** Who keeps something under a profile id. Ours is done at once; the others hear of it on Kafka. */
    private static final List<String> SERVICES =
            List.of("campaign-service", PrivacyStore.OWN_PART, "recommendation-service", "survey-service");

    private final Pool pool;
    private final PrivacyStore store;
    private final Erasure erasure;
    private final InstantSource clock;

    PrivacyService(Pool pool, PrivacyStore store, Erasure erasure, InstantSource clock) {
        this.pool = pool;
        this.store = store;
        this.erasure = erasure;
        this.clock = clock;
    }

    Uni<PrivacyRequest> take(PrivacyRequestBody body, String requestedBy) {
        PrivacyRequest request = new PrivacyRequest(
                UUID.randomUUID(), body.type(), clock.instant().truncatedTo(ChronoUnit.MICROS), requestedBy, parts());
        return erasure.erase(request, body.person())
                .invoke(() -> LOG.infof("%s had privacy request %s carried out", requestedBy, request.id()))
                .chain(() -> find(request.id()));
    }

    private static List<PrivacyRequest.Part> parts() {
        return SERVICES.stream()
                .map(service -> new PrivacyRequest.Part(service, PrivacyRequest.State.RUNNING))
                .toList();
    }

    Uni<PrivacyRequest> find(UUID id) {
        return store.find(pool, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("privacy request", id.toString())));
    }

    Uni<Page<PrivacyRequest>> page(PageRequest request) {
        return store.page(pool, request);
    }
}
