package io.rapport.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.properties.IfBuildProperty;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.caller.CurrentCaller;
import io.rapport.platform.config.SecretBox;
import io.rapport.platform.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Flow;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Carries a write under {@code /api} out once per caller and {@code Idempotency-Key}: for 24 hours the same request gets
 * the same answer, another with the same key is refused, and one that comes while the first runs is told to wait. An answer
 * that blames us (5xx) is not kept, so that the caller may try again. After a crash in mid-request the key is free again in
 * five minutes. What is shown once ({@code no-store}) is kept sealed and for ten minutes; a repeat after that is told that it
 * was carried out, and is not carried out again.
 *
 * <p>JSON Lines pass by: they may be of any length, each line replaces by its id, and so they may be sent again anyhow.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class IdempotencyFilter {
    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final String CLAIM = IdempotencyFilter.class.getName();
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<Class<?>> UNKEEPABLE =
            Set.of(InputStream.class, File.class, Path.class, StreamingOutput.class, Flow.Publisher.class);
    private static final Set<String> LINES = Set.of("x-ndjson", "jsonl", "json-lines");
    private static final String NO_STORE = "no-store";
    private static final int LONGEST_KEY = 255;

    private final KeyStore keys;
    private final SecretBox box;
    private final CurrentCaller caller;
    private final ObjectMapper json;

    IdempotencyFilter(KeyStore keys, SecretBox box, CurrentCaller caller, ObjectMapper json) {
        this.keys = keys;
        this.box = box;
        this.caller = caller;
        this.json = json;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 100)
    @Nullable
    public Uni<Response> claim(ContainerRequestContext request, HttpServerRequest http) {
        String key = request.getHeaderString(HEADER);
        boolean applies = key != null && WRITES.contains(request.getMethod()) && isApi(request) && !isLines(request);
        return applies ? claim(request, http, key) : null;
    }

    private static boolean isApi(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith("/api/");
    }

    private static boolean isLines(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        return type != null && LINES.contains(type.getSubtype().toLowerCase(Locale.ROOT));
    }

    private Uni<Response> claim(ContainerRequestContext request, HttpServerRequest http, String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw Problem.of(
                    IdempotencyProblem.IDEMPOTENCY_KEY_INVALID,
                    "A key has 1 to " + LONGEST_KEY + " visible ASCII characters.");
        }
        return RequestBody.of(http)
                .invoke(body -> request.setEntityStream(
                        new ByteArrayInputStream(body.bytes().getBytes())))
                .chain(body -> keys.claim(identity(caller.get()), key, body.hash(http)))
                .map(state -> proceed(request, state));
    }

    private static String identity(Caller caller) {
        return caller.kind() + ":" + caller.subject();
    }

    private @Nullable Response proceed(ContainerRequestContext request, KeyState state) {
        if (state instanceof KeyState.Claimed claimed) {
            request.setProperty(CLAIM, claimed.claim());
            return null;
        }
        if (state instanceof KeyState.Answered answered) {
            return replay(answered.answer());
        }
        throw refusal(state);
    }

    private static Problem refusal(KeyState state) {
        if (state instanceof KeyState.Reused) {
            return Problem.of(IdempotencyProblem.IDEMPOTENCY_KEY_REUSED, "This key was used for a different request.");
        }
        return state instanceof KeyState.Forgotten
                ? Problem.of(
                        IdempotencyProblem.IDEMPOTENCY_ANSWER_FORGOTTEN,
                        "What it showed once is shown again for " + KeyStore.SEALED_KEPT.toMinutes()
                                + " minutes only. Use another key to do it anew.")
                : Problem.of(IdempotencyProblem.IDEMPOTENCY_KEY_IN_USE, "Try again in a moment.")
                        .withHeader(HttpHeaders.RETRY_AFTER, "1");
    }

    private Response replay(StoredAnswer answer) {
        return Response.status(answer.status())
                .header(HttpHeaders.CONTENT_TYPE, answer.contentType())
                .header(HttpHeaders.LOCATION, answer.location())
                .header(HttpHeaders.CACHE_CONTROL, answer.sealed() ? NO_STORE : null)
                .header(REPLAYED, "true")
                .entity(answer.body() == null ? null : opened(answer, answer.body()))
                .build();
    }

    private byte[] opened(StoredAnswer answer, Buffer body) {
        return answer.sealed() ? box.open(body.toString()).getBytes(StandardCharsets.UTF_8) : body.getBytes();
    }

    @ServerResponseFilter
    @Nullable
    public Uni<Void> keep(ContainerRequestContext request, ContainerResponseContext response)
            throws JsonProcessingException {
        if (!(request.getProperty(CLAIM) instanceof Claim claim)) {
            return null;
        }
        boolean secret = isSecret(response);
        if (response.getStatus() >= 500 || !isKeepable(response) || (secret && !box.hasKey())) {
            return keys.release(claim);
        }
        byte[] body = response.hasEntity() ? bytes(response.getEntity()) : null;
        MediaType type = body == null ? null : typeOf(response);
        if (body != null) {
            response.setEntity(body, response.getEntityAnnotations(), type);
        }
        return keys.answer(
                claim,
                new StoredAnswer(
                        response.getStatus(),
                        type == null ? null : type.toString(),
                        response.getHeaderString(HttpHeaders.LOCATION),
                        body == null ? null : secret ? sealed(body) : Buffer.buffer(body),
                        secret));
    }

    private Buffer sealed(byte[] body) {
        return Buffer.buffer(box.seal(new String(body, StandardCharsets.UTF_8)));
    }

    /** A secret that is shown once must not be stored in clear. */
    private static boolean isSecret(ContainerResponseContext response) {
        return String.valueOf(response.getHeaderString(HttpHeaders.CACHE_CONTROL))
                .contains(NO_STORE);
    }

    /** Operators' writes are answered in JSON; what is not, such as a stream, is not kept. */
    private static boolean isKeepable(ContainerResponseContext response) {
        return !response.hasEntity()
                || (typeOf(response).getSubtype().endsWith("json")
                        && UNKEEPABLE.stream().noneMatch(kind -> kind.isInstance(response.getEntity())));
    }

    /** A method that does not say answers in JSON. */
    private static MediaType typeOf(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        return type == null ? MediaType.APPLICATION_JSON_TYPE : type;
    }

    private byte[] bytes(Object entity) throws JsonProcessingException {
        if (entity instanceof byte[] bytes) {
            return bytes;
        }
        return entity instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(entity);
    }
}
