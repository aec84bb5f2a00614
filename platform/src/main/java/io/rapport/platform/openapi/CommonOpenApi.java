package io.rapport.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to a service's document what holds for every operation: problems, credentials, the idempotency key. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonOpenApi implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String IDEMPOTENCY_KEY = "IdempotencyKey";
    private static final String BEARER = "bearer";
    private static final Set<PathItem.HttpMethod> WRITES = Set.of(
            PathItem.HttpMethod.POST, PathItem.HttpMethod.PUT, PathItem.HttpMethod.PATCH, PathItem.HttpMethod.DELETE);

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            List<String> internal = document.getPaths().getPathItems().keySet().stream()
                    .filter(path -> path.startsWith("/internal"))
                    .toList();
            internal.forEach(document.getPaths()::removePathItem);
            document.getPaths().getPathItems().forEach(CommonOpenApi::complete);
        }
        addTo(document.getComponents() == null ? OASFactory.createComponents() : document.getComponents(), document);
    }

    private static void addTo(Components components, OpenAPI document) {
        components
                .addSchema("FieldError", fieldError())
                .addSchema(PROBLEM, problem())
                .addResponse(PROBLEM, problemResponse())
                .addParameter(IDEMPOTENCY_KEY, idempotencyKey())
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An operator's token from POST /auth/token, or a server key (sk_…)."));
        document.components(components);
    }

    private static void complete(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            describeProblems(operation);
            if (path.startsWith("/api/")) {
                operation.addSecurityRequirement(
                        OASFactory.createSecurityRequirement().addScheme(BEARER));
                if (WRITES.contains(method)) {
                    operation.addParameter(
                            OASFactory.createParameter().ref("#/components/parameters/" + IDEMPOTENCY_KEY));
                }
            }
        });
    }

    private static void describeProblems(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        operation
                .getResponses()
                .addAPIResponse("default", OASFactory.createAPIResponse().ref("#/components/responses/" + PROBLEM));
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description("For 24 hours, the same request with the same key is carried out once.")
                .schema(text().maxLength(255));
    }

    private static APIResponse problemResponse() {
        return OASFactory.createAPIResponse()
                .description("What went wrong: RFC 9457 problem details.")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema problem() {
        return object(List.of("type", "title", "status"))
                .addProperty("type", text().format("uri").description("urn:rapport:problem:<kebab-name>, stable"))
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref("#/components/schemas/FieldError")));
    }

    private static Schema fieldError() {
        return object(List.of("pointer", "detail"))
                .addProperty("pointer", text().description("JSON pointer (RFC 6901) into the request's body"))
                .addProperty("detail", text());
    }

    private static Schema object(List<String> required) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).required(required);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
