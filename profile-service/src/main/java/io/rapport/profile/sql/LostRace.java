package io.rapport.profile.sql;

/**
 * What was read before the locks were taken no longer holds: another transaction was faster. The transaction is rolled back
 * and tried again at once, and will see what the other one committed.
 */
public final class LostRace extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LostRace(String what) {
        super(what, null, false, false);
    }
}
