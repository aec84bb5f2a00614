package io.rapport.profile.sql;

import io.rapport.platform.consumer.PassingFault;

/**
 * What was read before the locks were taken no longer holds: another transaction was faster. The transaction is rolled back
 * and tried again at once, and will see what the other one committed. Lost too often in a row, an event goes on waiting and
 * a caller is told to come again (503).
 */
public class LostRace extends RuntimeException implements PassingFault {
    private static final long serialVersionUID = 1L;

    public LostRace(String what) {
        super(what, null, false, false);
    }
}
