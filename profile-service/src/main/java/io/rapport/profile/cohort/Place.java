package io.rapport.profile.cohort;

import org.jspecify.annotations.Nullable;

/** Where a request names somebody: a line of a file, from 1, or a JSON pointer. */
record Place(@Nullable Long line, @Nullable String pointer) {
    static Place line(long line) {
        return new Place(line, null);
    }

    static Place pointer(String pointer) {
        return new Place(null, pointer);
    }
}
