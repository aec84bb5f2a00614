package io.rapport.recommendation.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.rapport.events.EventsJson;
import io.rapport.platform.clock.SystemTime;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of models. Chunks without a ready row belong to no model and go with the next build. */
@ApplicationScoped
@SystemTime("builds are told in the system's time, as their schedule is")
class ModelStore {
    private static final int KEPT_READY = 3;
    private static final int KEPT_ROWS = 50;
    /** After so long without a word a fitting counts as given up. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private static final String COLUMNS = "select version, state, progress, started_at, finished_at, offsets::text as "
            + "offsets, effects, report::text as report, bytes, sha256, fitting, fitting_at, detail "
            + "from model where name = $1 ";
    private static final String LATEST = COLUMNS + "order by version desc limit $2";
    private static final String NEWEST_READY = COLUMNS + "and state = 'ready' order by version desc limit 1";
    private static final String BEGIN = "insert into model (name, version, state, progress, started_at) "
            + "select $1, coalesce(max(version), 0) + 1, 'building', 0, $2 from model where name = $1 returning version";
    private static final String ABANDON = "update model set state = 'failed', finished_at = $2, "
            + "detail = 'The process that built it went away.' where name = $1 and state = 'building'";
    private static final String PROGRESS = "update model set progress = $3 where name = $1 and version = $2";
    private static final String FAIL =
            "update model set state = 'failed', finished_at = $3, detail = $4 " + "where name = $1 and version = $2";
    private static final String FINISH = "update model set state = 'ready', progress = 1, finished_at = $3, "
            + "offsets = $4::text::json, effects = $5, report = $6::text::json, bytes = $7, sha256 = $8 "
            + "where name = $1 and version = $2";
    private static final String CLAIM_FITTING = "update model set fitting = 0, fitting_at = $3 "
            + "where name = $1 and version = $2 and (fitting_at is null or fitting_at < $4) "
            + "and not exists (select 1 from model where name = $1 and fitting_at >= $4) returning version";
    private static final String FITTING =
            "update model set fitting = $3, fitting_at = $4 where name = $1 and version = $2";
    private static final String END_FITTING =
            "update model set fitting = null, fitting_at = null where name = $1 and version = $2";
    private static final String AMEND = "update model set report = $3::text::json where name = $1 and version = $2";
    private static final String CHUNK = "insert into model_chunk (name, version, part, bytes) values ($1, $2, $3, $4)";
    private static final String READ_CHUNK =
            "select bytes from model_chunk where name = $1 and version = $2 and part = $3";
    private static final String PRUNE_CHUNKS = "delete from model_chunk where name = $1 and version not in "
            + "(select version from model where name = $1 and state = 'ready' order by version desc limit $2)";
    private static final String PRUNE_ROWS = "delete from model where name = $1 and version <= "
            + "(select max(version) from model where name = $1) - $2::integer "
            + "and version not in (select version from model_chunk where name = $1)";

    private final Pool pool;

    ModelStore(Pool pool) {
        this.pool = pool;
    }

    /** The latest builds, newest first. */
    Uni<List<ModelRow>> latest(String name, int limit) {
        return pool.preparedQuery(LATEST).execute(Tuple.of(name, limit)).map(ModelStore::rows);
    }

    Uni<@Nullable ModelRow> newestReady(String name) {
        return pool.preparedQuery(NEWEST_READY).execute(Tuple.of(name)).map(rows -> {
            List<ModelRow> found = rows(rows);
            return found.isEmpty() ? null : found.get(0);
        });
    }

    /** Begins a build and says its version. The caller holds the builders' lock, so an unfinished one is abandoned. */
    Uni<Long> begin(String name) {
        return pool.preparedQuery(ABANDON)
                .execute(Tuple.of(name, now()))
                .chain(() -> pool.preparedQuery(BEGIN).execute(Tuple.of(name, now())))
                .map(rows -> rows.iterator().next().getLong("version"));
    }

    Uni<Void> progress(String name, long version, double progress) {
        return run(PROGRESS, Tuple.of(name, version, (float) progress));
    }

    Uni<Void> fail(String name, long version, String detail) {
        return run(FAIL, Tuple.of(name, version, now(), detail));
    }

    /**
     * How much a model holds.
     *
     * @param offsets of each partition of the profiles' events: the first that it does not hold
     * @param effects in the database
     */
    record Holds(Map<Integer, Long> offsets, long effects) {}

    Uni<Void> finish(String name, long version, Holds holds, BuildReport report, ModelArchive.Sealed sealed) {
        return run(
                FINISH,
                Tuple.tuple()
                        .addString(name)
                        .addLong(version)
                        .addOffsetDateTime(now())
                        .addString(json(holds.offsets()))
                        .addLong(holds.effects())
                        .addString(json(report))
                        .addLong(sealed.bytes())
                        .addValue(Buffer.buffer(HexFormat.of().parseHex(sealed.sha256()))));
    }

    /** Says that a re-ranker is being fitted for this model, unless one is being fitted already, here or elsewhere. */
    Uni<Boolean> claimFitting(String name, long version) {
        OffsetDateTime now = now();
        return pool.preparedQuery(CLAIM_FITTING)
                .execute(Tuple.of(name, version, now, now.minus(SILENCE)))
                .map(rows -> rows.size() > 0);
    }

    /** How far it is; to be told from time to time. */
    Uni<Void> fitting(String name, long version, double progress) {
        return run(FITTING, Tuple.of(name, version, (float) progress, now()));
    }

    Uni<Void> endFitting(String name, long version) {
        return run(END_FITTING, Tuple.of(name, version));
    }

    /** Says something else of a model that is ready. */
    Uni<Void> amend(String name, long version, BuildReport report) {
        return run(AMEND, Tuple.of(name, version, json(report)));
    }

    Uni<Void> writeChunk(String name, long version, int part, byte[] bytes) {
        return run(CHUNK, Tuple.of(name, version, part, Buffer.buffer(bytes)));
    }

    /** The chunk's bytes; null behind the last. */
    Uni<byte @Nullable []> readChunk(String name, long version, int part) {
        return pool.preparedQuery(READ_CHUNK)
                .execute(Tuple.of(name, version, part))
                .map(rows -> rows.size() == 0
                        ? null
                        : rows.iterator()
                                .next()
                                .getDelegate()
                                .getBuffer("bytes")
                                .getBytes());
    }

    /** Lets old models go. */
    Uni<Void> prune(String name) {
        return run(PRUNE_CHUNKS, Tuple.of(name, KEPT_READY)).chain(() -> run(PRUNE_ROWS, Tuple.of(name, KEPT_ROWS)));
    }

    private Uni<Void> run(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    private static List<ModelRow> rows(RowSet<Row> rows) {
        List<ModelRow> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(row(row)));
        return list;
    }

    private static ModelRow row(Row row) {
        String offsets = row.getString("offsets");
        String report = row.getString("report");
        Buffer sha256 = row.getDelegate().getBuffer("sha256");
        OffsetDateTime finished = row.getOffsetDateTime("finished_at");
        return new ModelRow(
                row.getLong("version"),
                ModelRow.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getFloat("progress"),
                row.getOffsetDateTime("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                offsets == null ? Map.of() : read(offsets, new TypeReference<Map<Integer, Long>>() {}),
                row.getLong("effects") == null ? 0 : row.getLong("effects"),
                report == null ? null : read(report, new TypeReference<BuildReport>() {}),
                row.getLong("bytes") == null ? 0 : row.getLong("bytes"),
                sha256 == null ? null : HexFormat.of().formatHex(sha256.getBytes()),
                fitting(row),
                row.getString("detail"));
    }

    private static @Nullable Double fitting(Row row) {
        OffsetDateTime heard = row.getOffsetDateTime("fitting_at");
        return heard == null || heard.isBefore(now().minus(SILENCE))
                ? null
                : row.getFloat("fitting").doubleValue();
    }

    private static String json(@Nullable Object value) {
        return new String(EventsJson.write(value), StandardCharsets.UTF_8);
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return EventsJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
