package io.rapport.platform.app;

import io.rapport.events.Topic;
import io.rapport.platform.caller.Allow;
import io.rapport.platform.caller.CurrentCaller;
import io.rapport.platform.caller.Role;
import io.rapport.platform.outbox.Outbox;
import io.rapport.platform.outbox.OutboxRecord;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** One resource with a method of every kind that platform has to do with. */
@Path("/api/notes")
public class NoteResource {
    public static final AtomicInteger CALLS = new AtomicInteger();
    public static volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    private final Mutiny.SessionFactory sessions;
    private final Outbox outbox;
    private final CurrentCaller caller;

    NoteResource(Mutiny.SessionFactory sessions, Outbox outbox, CurrentCaller caller) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** A part of a request. */
    public record Line(
            String text,
            @Nullable BigDecimal amount,
            @Nullable Instant at) {}

    /** A request with something of every kind. */
    public record NoteRequest(
            @Nullable String title,
            @Nullable Integer stars,
            @Nullable List<Line> lines) {}

    /** Writes a note and announces it in one transaction, with Hibernate. */
    @PUT
    @Path("/{id}")
    @Allow(roles = Role.MARKETER, scope = "notes:write")
    @Consumes("text/plain")
    public Uni<Void> put(String id, String text) {
        return sessions.withTransaction(session -> session.merge(new Note(id, text))
                .chain(() -> outbox.write(
                        session, new OutboxRecord(Topic.CATALOG, id, text.getBytes(StandardCharsets.UTF_8))))
                .chain(() -> text.equals("fails")
                        ? Uni.createFrom().failure(new IllegalStateException("after the outbox"))
                        : Uni.createFrom().voidItem()));
    }

    @DELETE
    @Path("/{id}")
    @Allow(roles = Role.MARKETER)
    public Uni<Void> delete(String id) {
        return sessions.withTransaction(session -> outbox.write(session, OutboxRecord.tombstone(Topic.CATALOG, id)));
    }

    @POST
    @Path("/parsed")
    @Allow(scope = "notes:write")
    @Consumes("application/json")
    public NoteRequest parsed(NoteRequest request) {
        return request;
    }

    /** Counts its calls, and waits for the gate. */
    @POST
    @Path("/counted")
    @Allow(scope = "notes:write")
    @Consumes("application/json")
    public Uni<Response> counted(NoteRequest request) {
        int call = CALLS.incrementAndGet();
        return Uni.createFrom().completionStage(gate).map(nothing -> answer(request, call));
    }

    private static Response answer(NoteRequest request, int call) {
        if ("broken".equals(request.title())) {
            throw new IllegalStateException("call " + call);
        }
        if ("refused".equals(request.title())) {
            throw Problem.invalid("/title", "refused at call " + call);
        }
        return Response.created(URI.create("/api/notes/" + call))
                .entity(new NoteRequest("call", call, null))
                .build();
    }

    /** Makes up a secret and shows it this once. */
    @POST
    @Path("/secret")
    @Allow(scope = "notes:write")
    @Consumes("application/json")
    public Response secret(NoteRequest request) {
        return Response.status(201)
                .header("Cache-Control", "no-store")
                .entity(new NoteRequest("secret " + UUID.randomUUID(), CALLS.incrementAndGet(), null))
                .build();
    }

    @POST
    @Path("/bulk")
    @Allow(scope = "notes:write")
    @Consumes("application/x-ndjson")
    public Response bulk(String lines) {
        return Response.ok(lines.length(), "application/json").build();
    }

    @GET
    @Path("/whoami")
    @Allow(
            roles = {Role.ANALYST},
            visitors = true)
    public String whoami() {
        return caller.get().kind() + " " + caller.get().subject();
    }

    /** Takes parameters that are no texts. */
    @GET
    @Path("/typed/{uuid}")
    @Allow(anybody = true)
    public String typed(
            @PathParam("uuid") UUID uuid,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("inStock") @Nullable Boolean inStock,
            @QueryParam("profile") @Nullable UUID profile) {
        return PageRequest.of(limit, cursor).limit() + " " + inStock + " " + profile;
    }

    @GET
    @Path("/anybody")
    @Allow(anybody = true)
    public String anybody() {
        return "hello";
    }

    @GET
    @Path("/forgotten")
    public String forgotten() {
        return "nobody may read this";
    }

    @GET
    @Path("/unforeseen")
    @Allow(anybody = true)
    public String unforeseen() {
        throw new IllegalStateException("java.lang.Secret at com.example.Inside");
    }
}
