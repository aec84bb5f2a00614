package io.rapport.platform.testing;

import io.rapport.platform.privacy.PersonalStore;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether every table that keeps rows of persons is some store's, so that erasure and merges reach it. */
public final class PersonalTables {
    private static final String WITH_A_PROFILE = "select distinct table_name from information_schema.columns "
            + "where table_schema = 'public' and column_name = 'profile_id' and table_name <> 'profile_fate'";

    private PersonalTables() {}

    /** The tables with a {@code profile_id} that no store owns up to; none is what a service's test asks for. */
    public static Set<String> ofNoStore(Pool pool, List<PersonalStore> stores) {
        Set<String> tables = new TreeSet<>();
        for (Row row : pool.query(WITH_A_PROFILE).execute().await().atMost(Duration.ofSeconds(30))) {
            tables.add(row.getString(0));
        }
        tables.removeAll(
                stores.stream().flatMap(store -> store.tables().stream()).collect(Collectors.toSet()));
        return tables;
    }
}
