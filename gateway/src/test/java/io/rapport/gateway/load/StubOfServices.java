package io.rapport.gateway.load;

import io.vertx.core.Vertx;

/** profile-service and recommendation-service in one: always the same visitor and the same ten products, at once. */
final class StubOfServices {
    private static final String VISITOR =
            "{\"profileId\":\"6f1c2d3e-0000-4000-8000-000000000001\",\"known\":true,\"segments\":[\"vip\"],"
                    + "\"consents\":[\"personalization\"],\"locale\":\"nl-NL\",\"country\":\"NL\"}";
    private static final String ITEM =
            "{\"productId\":\"p-1\",\"score\":0.75,\"price\":{\"amount\":\"19.99\",\"currency\":\"EUR\"},"
                    + "\"because\":{\"model\":\"vmis-knn\",\"evidence\":[\"p-2\",\"p-3\"],\"text\":\"You looked at p-2\"}}";

    private StubOfServices() {}

    static int start(Vertx vertx) {
        String items = "[" + String.join(",", java.util.Collections.nCopies(10, ITEM)) + "]";
        String answer = "{\"placements\":{\"home.top-picks\":{\"items\":" + items
                + ",\"model\":\"vmis-knn\",\"decisionId\":\"6f1c2d3e-0000-4000-8000-000000000002\"}}}";
        return vertx.createHttpServer()
                .requestHandler(request -> request.bodyHandler(body -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(request.path().contains("visitors") ? VISITOR : answer)))
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }
}
