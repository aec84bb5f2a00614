package io.rapport.profile.privacy;

import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.profile.paging.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The requests, and while it lasts whom of the caches are yet to forget. */
@ApplicationScoped
class PrivacyStore {
    static final String OWN_PART = "profile-service";

    private static final String ADD = "insert into privacy_request (id, type, requested_at, requested_by, pending) "
            + "values ($1, $2, $3, $4, $5)";
    private static final String ADD_PARTS =
            "insert into privacy_part (request_id, service, state) select $1, unnest($2::text[]), 'RUNNING'";
    private static final String READ = "select r.id, r.type, r.requested_at, r.requested_by, "
            + "array_agg(p.service order by p.service) as services, array_agg(p.state order by p.service) as states "
            + "from privacy_request r join privacy_part p on p.request_id = r.id where %s group by r.id "
            + "order by r.requested_at desc, r.id desc limit %s";
    private static final String ONE = READ.formatted("r.id = $1", "1");
    private static final String PAGE = READ.formatted("(r.requested_at, r.id) < ($1, $2)", "$3");
    private static final String FINISH_OWN = "with done as "
            + "(update privacy_request set pending = null where id = $1 returning id) "
            + "update privacy_part p set state = 'DONE' from done where p.request_id = done.id and p.service = $2";
    private static final String UNFINISHED =
            "select id, pending from privacy_request where pending is not null and requested_at < $1";

    /** @param pending whom the caches are yet to forget, sealed */
    Uni<Void> add(SqlClient transaction, PrivacyRequest request, String pending) {
        String[] services =
                request.parts().stream().map(PrivacyRequest.Part::service).toArray(String[]::new);
        Tuple values = Tuple.of(
                request.id(), request.type().name(), utc(request.requestedAt()), request.requestedBy(), pending);
        return transaction
                .preparedQuery(ADD)
                .execute(values)
                .chain(() -> transaction.preparedQuery(ADD_PARTS).execute(Tuple.of(request.id(), services)))
                .replaceWithVoid();
    }

    /** Our own part is done, and the request no longer says whose it was. */
    Uni<Void> finishOwn(SqlClient client, UUID request) {
        return client.preparedQuery(FINISH_OWN)
                .execute(Tuple.of(request, OWN_PART))
                .replaceWithVoid();
    }

    /** What is pending of requests from before that moment. */
    Uni<Map<UUID, String>> unfinished(SqlClient client, Instant before) {
        return client.preparedQuery(UNFINISHED).execute(Tuple.of(utc(before))).map(rows -> {
            Map<UUID, String> pending = new LinkedHashMap<>();
            rows.forEach(row -> pending.put(row.getUUID("id"), row.getString("pending")));
            return pending;
        });
    }

    Uni<Optional<PrivacyRequest>> find(SqlClient client, UUID id) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(id))
                .map(rows -> requests(rows).stream().findFirst());
    }

    Uni<Page<PrivacyRequest>> page(SqlClient client, PageRequest request) {
        Position after = Position.after(request);
        return client.preparedQuery(PAGE)
                .execute(Tuple.of(after.utc(), after.id(), request.limit() + 1))
                .map(rows ->
                        Page.of(requests(rows), request, last -> new Position(last.requestedAt(), last.id()).text()));
    }

    private static List<PrivacyRequest> requests(RowSet<Row> rows) {
        List<PrivacyRequest> requests = new ArrayList<>();
        rows.forEach(row -> requests.add(new PrivacyRequest(
                row.getUUID("id"),
                PrivacyRequest.Type.valueOf(row.getString("type")),
                row.getOffsetDateTime("requested_at").toInstant(),
                row.getString("requested_by"),
                parts(row))));
        return requests;
    }

    private static List<PrivacyRequest.Part> parts(Row row) {
        String[] states = row.getArrayOfStrings("states");
        List<PrivacyRequest.Part> parts = new ArrayList<>();
        Arrays.stream(row.getArrayOfStrings("services"))
                .forEach(service -> parts.add(
                        new PrivacyRequest.Part(service, PrivacyRequest.State.valueOf(states[parts.size()]))));
        return List.copyOf(parts);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
