package io.rapport.profile.membership;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rapport.events.EventsJson;
import io.rapport.profile.condition.SeenEvent;
import io.rapport.profile.condition.state.Mark;
import io.rapport.profile.segment.KeptLeaf;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes states of leaves anew from the event store, some rows at a time: of an event that counts a leaf keeps a mark, and
 * only marks add up in memory. Properties are read where a leaf asks for them.
 */
@ApplicationScoped
class History {
    private static final int ROWS = 2_000;
    private static final String READ = "select profile_id, name, timestamp, "
            + "case when name = any($3) then properties::text end as properties, "
            + "case when name = any($3) then context::text end as context "
            + "from event where profile_id = any($1) and name = any($2)";

    /** Gives every judgement the states that it wants. */
    Uni<Void> recall(SqlConnection transaction, Collection<Judgement> judgements) {
        Map<UUID, Wanted> wanted = new HashMap<>();
        judgements.stream()
                .filter(judgement -> !judgement.wanted().isEmpty())
                .forEach(judgement -> wanted.put(judgement.person().id(), new Wanted(judgement)));
        return wanted.isEmpty()
                ? Uni.createFrom().voidItem()
                : read(transaction, wanted).invoke(() -> wanted.values().forEach(Wanted::recall));
    }

    private static Uni<Void> read(SqlConnection transaction, Map<UUID, Wanted> wanted) {
        List<String> names = wanted.values().stream()
                .flatMap(each -> each.names.stream())
                .distinct()
                .toList();
        List<String> looked = wanted.values().stream()
                .flatMap(each -> each.looked().stream())
                .distinct()
                .toList();
        Tuple values = Columns.ids(wanted.keySet())
                .addArrayOfString(names.toArray(String[]::new))
                .addArrayOfString(looked.toArray(String[]::new));
        return transaction.prepare(READ).chain(statement -> {
            Cursor cursor = statement.cursor(values);
            return rest(cursor, wanted).chain(cursor::close).chain(statement::close);
        });
    }

    private static Uni<Void> rest(Cursor cursor, Map<UUID, Wanted> wanted) {
        return cursor.read(ROWS)
                .invoke(rows -> take(rows, wanted))
                .chain(rows -> cursor.hasMore()
                        ? rest(cursor, wanted)
                        : Uni.createFrom().voidItem());
    }

    private static void take(RowSet<Row> rows, Map<UUID, Wanted> wanted) {
        for (Row row : rows) {
            Wanted each = wanted.get(row.getUUID(0));
            if (each != null) {
                each.take(new SeenEvent(
                        row.getString(1),
                        row.getOffsetDateTime(2).toInstant(),
                        json(row.getString(3)),
                        json(row.getString(4))));
            }
        }
    }

    private static JsonNode json(@Nullable String text) {
        return text == null
                ? JsonNodeFactory.instance.objectNode()
                : EventsJson.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    /** The leaves that one profile's judgement waits for, and the marks that their events leave. */
    private static final class Wanted {
        private final Judgement judgement;
        private final Map<KeptLeaf, List<Mark>> marks = new HashMap<>();
        private final Set<String> names = new HashSet<>();

        private Wanted(Judgement judgement) {
            this.judgement = judgement;
            for (KeptLeaf kept : List.copyOf(judgement.wanted())) {
                marks.put(kept, new ArrayList<>());
                kept.leaf().matches().forEach(match -> names.add(match.event()));
            }
        }

        /** Names of events of which more than the time is asked. */
        private List<String> looked() {
            return marks.keySet().stream()
                    .map(KeptLeaf::leaf)
                    .filter(leaf -> leaf.looksInside())
                    .flatMap(leaf -> leaf.matches().stream())
                    .map(match -> match.event())
                    .toList();
        }

        private void take(SeenEvent event) {
            for (KeptLeaf kept : judgement.touchedBy(event)) {
                List<Mark> found = marks.get(kept);
                Mark mark = found == null ? null : kept.leaf().mark(event);
                if (mark != null) {
                    found.add(mark);
                }
            }
        }

        private void recall() {
            marks.forEach((kept, all) ->
                    judgement.recall(kept, kept.leaf().retention().roomy().of(all, judgement.now())));
        }
    }
}
