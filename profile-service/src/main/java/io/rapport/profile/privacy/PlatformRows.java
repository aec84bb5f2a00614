package io.rapport.profile.privacy;

import io.rapport.profile.erasure.ErasedPerson;
import io.rapport.profile.erasure.ErasureHandler;
import io.rapport.profile.erasure.Mentions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What the platform keeps without knowing of persons: records that Kafka refused, and answers that are kept for a repeated
 * call. An answer that named the person cannot be given again, so its key is free again.
 */
@ApplicationScoped
class PlatformRows implements ErasureHandler {
    private static final String REFUSED =
            "delete from outbox_refused where key = any($1) or encode(value, 'escape') ~ any($2)";
    private static final String ANSWERS = "delete from idempotency_key where encode(body, 'escape') ~ any($1)";

    @Override
    public String store() {
        return "platform";
    }

    @Override
    public Uni<Void> erase(SqlConnection transaction, ErasedPerson person) {
        String[] mentions = Mentions.patternsOfBytes(person);
        return transaction
                .preparedQuery(REFUSED)
                .execute(Tuple.of(person.keys().toArray(String[]::new), mentions))
                .chain(() -> transaction.preparedQuery(ANSWERS).execute(Tuple.of((Object) mentions)))
                .replaceWithVoid();
    }
}
