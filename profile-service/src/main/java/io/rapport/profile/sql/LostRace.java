package io.rapport.profile.sql;

import io.rapport.platform.consumer.PassingFault;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.time.Duration;

/**
 * What was read before the locks were taken no longer holds: another transaction was faster. The transaction is rolled back
 * and tried again at once, and will see what the other one committed. Lost too often in a row, an event goes on waiting and
 * a caller is told to come again (503).
 */
public class LostRace extends RuntimeException implements PassingFault {
    private static final long serialVersionUID = 1L;
    private static final String DEADLOCK = "40P01";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    public LostRace(String what) {
        super(what, null, false, false);
    }

    /** Begins a transaction anew, up to so many times, when it loses a race or is the one that ends a deadlock. */
    public static <T> Uni<T> retried(Uni<T> transaction, int most) {
        return transaction
                .onFailure(LostRace::isOne)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(most);
    }

    private static boolean isOne(Throwable thrown) {
        return thrown instanceof LostRace || (thrown instanceof PgException e && DEADLOCK.equals(e.getSqlState()));
    }
}
