package io.rapport.recommendation.interaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Up to where a topic is in this database; a model that is built from it holds exactly that much. */
@ApplicationScoped
public class ConsumerPositions {
    private static final String WRITE =
            "insert into consumer_position as p (topic, partition, next_offset, effects, forgotten) "
                    + "select $1, partition, next_offset, case when partition = $4::integer then $5::bigint else 0 end, "
                    + "case when partition = $4::integer then $6::bigint else 0 end "
                    + "from unnest($2::integer[], $3::bigint[]) as read (partition, next_offset) order by partition "
                    + "on conflict (topic, partition) do update set "
                    + "next_offset = greatest(p.next_offset, excluded.next_offset), effects = p.effects + excluded.effects, "
                    + "forgotten = p.forgotten + excluded.forgotten";
    private static final String READ = "select partition, next_offset from consumer_position where topic = $1";
    private static final String COUNTS = "select coalesce(sum(effects), 0)::bigint as effects, "
            + "coalesce(sum(forgotten), 0)::bigint as forgotten from consumer_position";

    /**
     * What has happened since the first event; grows only.
     *
     * @param effects how much has changed
     * @param forgotten how often somebody was forgotten
     */
    public record Counts(long effects, long forgotten) {}

    /** Notes that the records were handled, with so many effects; in the transaction of those. */
    Uni<Void> write(SqlClient transaction, List<ConsumerRecord<String, byte[]>> records, int effects) {
        return write(transaction, records, effects, 0);
    }

    /** The same where so many persons were forgotten. */
    Uni<Void> write(SqlClient transaction, List<ConsumerRecord<String, byte[]>> records, int effects, int forgotten) {
        Map<Integer, Long> next = new TreeMap<>();
        records.forEach(record -> next.merge(record.partition(), record.offset() + 1, Math::max));
        Tuple values = Tuple.of(
                records.get(0).topic(),
                next.keySet().toArray(Integer[]::new),
                next.values().toArray(Long[]::new),
                next.keySet().iterator().next(),
                (long) effects,
                (long) forgotten);
        return transaction.preparedQuery(WRITE).execute(values).replaceWithVoid();
    }

    /** The offset of the first record of each partition that is not in the database. */
    public Uni<Map<Integer, Long>> read(SqlClient client, String topic) {
        return client.preparedQuery(READ).execute(Tuple.of(topic)).map(rows -> {
            Map<Integer, Long> positions = new TreeMap<>();
            rows.forEach(row -> positions.put(row.getInteger("partition"), row.getLong("next_offset")));
            return positions;
        });
    }

    public Uni<Counts> counts(SqlClient client) {
        return client.query(COUNTS)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Counts(row.getLong("effects"), row.getLong("forgotten")));
    }
}
