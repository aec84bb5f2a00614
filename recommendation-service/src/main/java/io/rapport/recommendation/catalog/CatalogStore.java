package io.rapport.recommendation.catalog;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The products' table. A removed product keeps its row, without a document, so that its version goes on. */
@ApplicationScoped
class CatalogStore {
    private static final String COLUMNS = "select id, version, document::text as document, created_at from product ";
    private static final String LOCK = COLUMNS + "where id = any($1::text[]) order by id for update";
    private static final String FIND = COLUMNS + "where id = $1 and document is not null";
    private static final String AFTER = COLUMNS + "where id > $1 order by id limit $2";
    private static final String SEARCH = COLUMNS + "where document is not null and id > $1 "
            + "and ($2::text is null or brand = $2) "
            + "and ($3::text is null or categories @> array[$3]) "
            + "and ($4::text is null or position(folded($4) in search) > 0) "
            + "and ($5::boolean is null or in_stock = $5) order by id limit $6";

    /** A row that somebody else made since it was looked for keeps its version, and is counted as missing. */
    private static final String WRITE =
            "insert into product as p (id, version, document, categories, in_stock, created_at, changed_at) "
                    + "select id, version, document::json, string_to_array(categories, E'\\n'), in_stock, created, $7 "
                    + "from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::boolean[], $6::timestamptz[]) "
                    + "as change (id, version, document, categories, in_stock, created) order by id "
                    + "on conflict (id) do update set version = excluded.version, document = excluded.document, "
                    + "categories = excluded.categories, in_stock = excluded.in_stock, "
                    + "created_at = excluded.created_at, changed_at = excluded.changed_at "
                    + "where p.version < excluded.version";

    /** Another transaction made one of these products at the same time: look again. */
    static final class Raced extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Raced() {
            super("a product was made by another transaction at the same time", null, false, false);
        }
    }

    /** The rows of those of the products that have one, locked until the transaction ends. */
    Uni<Map<String, StoredProduct>> lock(SqlClient transaction, Collection<String> ids) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(ids.stream().distinct().toArray(String[]::new)))
                .map(CatalogStore::byId);
    }

    /** Writes the changes, whose rows are locked; fails with {@link Raced} where a row is not as they suppose. */
    Uni<Void> write(SqlClient transaction, List<ProductChange> changes, OffsetDateTime at) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<ProductChange> sorted =
                changes.stream().sorted(Comparator.comparing(ProductChange::id)).toList();
        return transaction
                .preparedQuery(WRITE)
                .execute(columns(sorted, at))
                .invoke(rows -> {
                    if (rows.rowCount() != changes.size()) {
                        throw new Raced();
                    }
                })
                .replaceWithVoid();
    }

    private static Tuple columns(List<ProductChange> changes, OffsetDateTime at) {
        int n = changes.size();
        String[] ids = new String[n];
        Long[] versions = new Long[n];
        String[] documents = new String[n];
        String[] categories = new String[n];
        Boolean[] inStock = new Boolean[n];
        OffsetDateTime[] created = new OffsetDateTime[n];
        for (int i = 0; i < n; i++) {
            ProductChange change = changes.get(i);
            Product after = change.after();
            ids[i] = change.id();
            versions[i] = change.version();
            documents[i] = change.document();
            categories[i] = after == null ? "" : String.join("\n", Categories.withAncestors(after.categories()));
            inStock[i] = after != null && after.inStock();
            created[i] = change.createdAt().atOffset(ZoneOffset.UTC);
        }
        return Tuple.tuple()
                .addArrayOfString(ids)
                .addArrayOfLong(versions)
                .addArrayOfString(documents)
                .addArrayOfString(categories)
                .addArrayOfBoolean(inStock)
                .addArrayOfOffsetDateTime(created)
                .addOffsetDateTime(at);
    }

    Uni<@Nullable StoredProduct> find(SqlClient client, String id) {
        return client.preparedQuery(FIND).execute(Tuple.of(id)).map(rows -> {
            var found = list(rows);
            return found.isEmpty() ? null : found.get(0);
        });
    }

    Uni<List<StoredProduct>> search(SqlClient client, ProductFilter filter, String after, int limit) {
        Tuple values = Tuple.tuple()
                .addString(after)
                .addString(filter.brand())
                .addString(filter.category())
                .addString(filter.q())
                .addBoolean(filter.inStock())
                .addInteger(limit);
        return client.preparedQuery(SEARCH).execute(values).map(CatalogStore::list);
    }

    /** The next rows by id, removed products too. */
    Uni<List<StoredProduct>> after(SqlClient client, String id, int limit) {
        return client.preparedQuery(AFTER).execute(Tuple.of(id, limit)).map(CatalogStore::list);
    }

    private static Map<String, StoredProduct> byId(RowSet<Row> rows) {
        Map<String, StoredProduct> stored = new HashMap<>();
        list(rows).forEach(product -> stored.put(product.id(), product));
        return stored;
    }

    private static List<StoredProduct> list(RowSet<Row> rows) {
        List<StoredProduct> list = new ArrayList<>(rows.size());
        for (Row row : rows) {
            list.add(new StoredProduct(
                    row.getString("id"),
                    row.getLong("version"),
                    row.getString("document"),
                    row.getOffsetDateTime("created_at").toInstant()));
        }
        return list;
    }
}
