package io.rapport.recommendation.catalog;

import io.rapport.platform.caller.Allow;
import io.rapport.platform.caller.Role;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.FieldError;
import io.rapport.platform.problem.Problem;
import io.rapport.recommendation.input.JsonBody;
import io.rapport.recommendation.input.Text;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The catalog for operators and the shop's back end, a product at a time. */
@Path("/api/catalog/products")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalog")
class CatalogResource {
    private final CatalogService service;

    CatalogResource(CatalogService service) {
        this.service = service;
    }

    @GET
    @Allow(
            roles = {Role.MARKETER, Role.ANALYST, Role.SUPPORT},
            scope = "catalog:read")
    @Operation(summary = "List products by id, filtered by brand, category (those below it included), text and stock")
    public Uni<Page<Product>> list(
            @RestQuery @Nullable String brand,
            @RestQuery @Nullable String category,
            @RestQuery @Nullable String q,
            @QueryParam("inStock") @Nullable Boolean inStock,
            @QueryParam("limit") @Nullable Integer limit,
            @RestQuery @Nullable String cursor) {
        ProductFilter filter = new ProductFilter(plain(brand), plain(category), plain(q), inStock);
        PageRequest page = PageRequest.of(limit, cursor);
        plain(page.after());
        return service.search(filter, page);
    }

    @GET
    @Path("/{id}")
    @Allow(
            roles = {Role.MARKETER, Role.ANALYST, Role.SUPPORT},
            scope = "catalog:read")
    @Operation(summary = "One product")
    public Uni<Product> find(@RestPath String id) {
        return service.find(known(id));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allow(roles = Role.MARKETER, scope = "catalog:write")
    @Operation(summary = "Create (201) or replace (200) a product")
    public Uni<RestResponse<Product>> put(@RestPath String id, byte[] body) {
        List<FieldError> errors = new ArrayList<>();
        Product product = ProductReader.read(JsonBody.parse(body, ProductLimits.DOCUMENT), valid(id), errors);
        JsonBody.refuse(errors);
        return service.apply(new Edit.Put(product))
                .map(outcome -> outcome.kind() == EditOutcome.Kind.CREATED
                        ? RestResponse.status(RestResponse.Status.CREATED, outcome.product())
                        : RestResponse.ok(outcome.product()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Allow(roles = Role.MARKETER, scope = "catalog:write")
    @Operation(summary = "Change a product's price, list price and stock, and those of its variants")
    public Uni<Product> patch(@RestPath String id, byte[] body) {
        List<FieldError> errors = new ArrayList<>();
        Edit patch = PatchReader.read(JsonBody.parse(body, ProductLimits.DOCUMENT), known(id), errors);
        JsonBody.refuse(errors);
        return service.apply(patch).map(EditOutcome::product);
    }

    @DELETE
    @Path("/{id}")
    @Allow(roles = Role.MARKETER, scope = "catalog:write")
    @Operation(summary = "Remove a product")
    public Uni<Void> remove(@RestPath String id) {
        return service.apply(new Edit.Remove(known(id))).replaceWithVoid();
    }

    private static String valid(String id) {
        if (!Text.isId(id)) {
            throw Problem.invalid("/id", "A product's id has 1 to 255 characters, none of them a control character.");
        }
        return id;
    }

    /** No product has an id that is not valid. */
    private static String known(String id) {
        if (!Text.isId(id)) {
            throw Problem.of(CommonProblem.NOT_FOUND, "There is no such product.");
        }
        return id;
    }

    private static @Nullable String plain(@Nullable String text) {
        String fault = text == null ? null : Text.fault(text, ProductLimits.CATEGORY, false);
        if (fault != null) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, fault);
        }
        return text == null || text.isEmpty() ? null : text;
    }
}
