package io.rapport.profile.erasure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Implemented (as an application-scoped bean) by every store that keeps something of a person. The handlers run in one
 * transaction, lowest {@link #order()} first, after {@code ProfileErased} was written to the outbox.
 */
public interface ErasureHandler {
    /** The store's name in the request's parts and in logs. */
    String store();

    /** Deletes what PostgreSQL holds. */
    Uni<Void> erase(SqlConnection transaction, ErasedPerson person);

    /** Deletes what stands outside of PostgreSQL, once the transaction has committed; may run more than once. */
    default Uni<Void> evict(ErasedPerson person) {
        return Uni.createFrom().voidItem();
    }

    /** Where a store's rows are referred to by another's, the referring store goes first; the profile itself is 100. */
    default int order() {
        return 0;
    }
}
