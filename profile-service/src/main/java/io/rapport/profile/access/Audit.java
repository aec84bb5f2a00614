package io.rapport.profile.access;

import io.rapport.platform.caller.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Logs who changed what, by ids; the log's category is this class, so that it can be kept apart. */
@ApplicationScoped
public class Audit {
    private static final Logger LOG = Logger.getLogger(Audit.class);

    private final CurrentCaller caller;

    public Audit(CurrentCaller caller) {
        this.caller = caller;
    }

    /** Such as {@code note("deleted", "source", "web")}. */
    public void note(String done, String kind, String id) {
        LOG.infof("%s %s %s %s", caller.get().subject(), done, kind, id);
    }
}
