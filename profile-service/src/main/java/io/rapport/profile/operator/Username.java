package io.rapport.profile.operator;

import io.rapport.platform.problem.Problem;
import io.rapport.profile.problem.Fields;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form of a user name: lower case, and an e-mail address may be one. */
public final class Username {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,99}");

    private Username() {}

    public static boolean isValid(String username) {
        return FORM.matcher(username).matches();
    }

    /** What somebody typed, as it would be stored. */
    public static String normal(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    static void require(String username) {
        new Fields()
                .check(isValid(username), "", "A user name is 1 to 100 lower case letters, digits and any of ._@+-")
                .end();
    }

    static void orNotFound(String username) {
        if (!isValid(username)) {
            throw Problem.notFound("operator", username);
        }
    }
}
