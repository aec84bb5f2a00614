package io.rapport.profile.sql;

import io.rapport.platform.consumer.PassingFault;
import io.vertx.pgclient.PgException;

/**
 * What was read before the locks were taken no longer holds: another transaction was faster. The transaction is rolled back
 * and tried again at once, and will see what the other one committed. Lost too often in a row, an event goes on waiting and
 * a caller is told to come again (503).
 */
public class LostRace extends RuntimeException implements PassingFault {
    private static final long serialVersionUID = 1L;
    private static final String DEADLOCK = "40P01";

    public LostRace(String what) {
        super(what, null, false, false);
    }

    /** Whether another transaction was faster; PostgreSQL says so of a deadlock too, whose victim is to try again. */
    public static boolean isOne(Throwable thrown) {
        return thrown instanceof LostRace || (thrown instanceof PgException e && DEADLOCK.equals(e.getSqlState()));
    }
}
