package io.rapport.gateway.backend;

import java.util.Locale;

/** A service behind the gateway. */
public enum Backend {
    PROFILE,
    RECOMMENDATION,
    CAMPAIGN,
    SURVEY;

    /** What the service is called in logs and answers. */
    public String serviceName() {
        return name().toLowerCase(Locale.ROOT) + "-service";
    }
}
