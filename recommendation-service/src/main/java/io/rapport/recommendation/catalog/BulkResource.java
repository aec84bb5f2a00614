package io.rapport.recommendation.catalog;

import io.rapport.platform.caller.Allow;
import io.rapport.platform.caller.Role;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.rapport.recommendation.catalog.BulkReport.BulkView;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalog by the thousand: JSON Lines, read as they come. Each line stands or falls alone. */
@Path("/api/catalog/products")
@Produces(MediaType.APPLICATION_JSON)
@Allow(roles = Role.MARKETER, scope = "catalog:write")
@Tag(name = "catalog")
class BulkResource {

    private final CatalogService service;

    BulkResource(CatalogService service) {
        this.service = service;
    }

    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Create or replace products, one JSON object with its id a line; gzip is accepted")
    public BulkView upsert(InputStream body, @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding) {
        return run(
                new Bulk(service, (json, errors) -> new Edit.Put(ProductReader.read(json, null, errors))),
                body,
                encoding);
    }

    @PUT
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "The same as POST")
    public BulkView put(InputStream body, @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding) {
        return upsert(body, encoding);
    }

    @PATCH
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Change prices and stock, one JSON object with the product's id a line; gzip is accepted")
    public BulkView patch(InputStream body, @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding) {
        return run(new Bulk(service, (json, errors) -> PatchReader.read(json, null, errors)), body, encoding);
    }

    private static BulkView run(Bulk bulk, InputStream body, @Nullable String encoding) {
        try {
            bulk.run(new LineReader(decoded(body, encoding), ProductLimits.DOCUMENT));
        } catch (ZipException | EOFException e) {
            String taken = "The gzip stream is broken or ends early; "
                    + bulk.report().accepted() + " lines before that were taken.";
            throw Problem.of(CommonProblem.INVALID_REQUEST, taken);
        } catch (IOException e) {
            String taken = "The body ended early; " + bulk.report().accepted() + " lines before that were taken.";
            throw Problem.of(CommonProblem.INVALID_REQUEST, taken);
        }
        return bulk.report().view();
    }

    private static InputStream decoded(InputStream body, @Nullable String encoding) throws IOException {
        if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
            return body;
        }
        if (encoding.equalsIgnoreCase("gzip")) {
            return new GZIPInputStream(body, 64 * 1024);
        }
        throw Problem.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding can be gzip or identity.");
    }
}
