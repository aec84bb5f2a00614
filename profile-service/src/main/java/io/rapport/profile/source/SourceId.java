package io.rapport.profile.source;

import io.rapport.platform.problem.Problem;
import io.rapport.profile.problem.Fields;
import java.util.regex.Pattern;

/** The form of a source's id: lower case letters, digits and hyphens, fit for a URL and a Kafka key. */
public final class SourceId {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private SourceId() {}

    public static boolean isValid(String id) {
        return FORM.matcher(id).matches();
    }

    /** For a new id: what is none is a 400. */
    static void require(String id) {
        new Fields()
                .check(isValid(id), "", "A source's id is 1 to 63 lower case letters, digits and hyphens.")
                .end();
    }

    /** For an id that should exist: what is none names nothing. */
    static void orNotFound(String id) {
        if (!isValid(id)) {
            throw Problem.notFound("source", id);
        }
    }
}
