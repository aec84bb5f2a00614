package io.rapport.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.util.Map;

/** The four services, as stubs that tests script; injected into a test's field of type {@link StubServices}. */
public final class StubServices implements QuarkusTestResourceLifecycleManager {
    private Vertx vertx;
    private StubService profile;
    private StubService recommendation;
    private StubService campaign;
    private StubService survey;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        profile = new StubService(vertx);
        recommendation = new StubService(vertx);
        campaign = new StubService(vertx);
        survey = new StubService(vertx);
        return Map.of(
                "rapport.services.profile.url", url(profile),
                "rapport.services.recommendation.url", url(recommendation),
                "rapport.services.campaign.url", url(campaign),
                "rapport.services.survey.url", url(survey));
    }

    private static String url(StubService service) {
        return "http://localhost:" + service.port();
    }

    public StubService profile() {
        return profile;
    }

    public StubService recommendation() {
        return recommendation;
    }

    public StubService campaign() {
        return campaign;
    }

    public StubService survey() {
        return survey;
    }

    /** All as they were at the start. */
    public void reset() {
        profile.reset();
        recommendation.reset();
        campaign.reset();
        survey.reset();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == StubServices.class);
    }

    @Override
    public void stop() {
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
