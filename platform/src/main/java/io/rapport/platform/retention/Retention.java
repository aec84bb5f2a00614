package io.rapport.platform.retention;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** A store whose rows are kept for a while only; a bean of this type is swept every hour by each process. */
public interface Retention {
    /** What is swept, for the log. */
    String what();

    /** Deletes what has been kept long enough; tells how many rows that was. */
    Uni<Integer> sweep(SqlClient client);
}
