package io.rapport.recommendation.serving;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What the gateway asks while it puts a page together. */
@Path("/internal/recommendations")
class RecommendationResource {
    private final RecommendationService service;

    RecommendationResource(RecommendationService service) {
        this.service = service;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<AnswerView> recommend(byte[] body) {
        return service.recommend(RequestReader.read(body));
    }
}
