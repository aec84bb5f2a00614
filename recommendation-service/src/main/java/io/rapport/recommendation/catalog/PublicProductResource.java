package io.rapport.recommendation.catalog;

import io.rapport.platform.caller.Allow;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.rapport.recommendation.input.Text;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Products for visitors. */
@Path("/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalog")
class PublicProductResource {
    private final CatalogService service;

    PublicProductResource(CatalogService service) {
        this.service = service;
    }

    @GET
    @Path("/{id}")
    @Allow(visitors = true)
    @Operation(summary = "A product as visitors see it")
    public Uni<PublicProductView> find(@RestPath String id) {
        if (!Text.isId(id)) {
            throw Problem.of(CommonProblem.NOT_FOUND, "There is no such product.");
        }
        return service.find(id).map(PublicProductView::of);
    }
}
