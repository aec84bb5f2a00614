package io.rapport.platform.problem;

import java.net.URI;
import java.util.Locale;

/** A kind of error with a stable URI; each service has an enum of its own. */
public interface ProblemType {
    /** The enum constant's name, {@code UNKNOWN_PLACEMENT}. */
    String name();

    int status();

    String title();

    /** {@code urn:rapport:problem:unknown-placement}. */
    default URI uri() {
        return URI.create(
                "urn:rapport:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
