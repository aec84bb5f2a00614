package io.rapport.profile.cohort;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request did to a list, or would do. Of additions {@code added + alreadyMembers}, of removals {@code removed +
 * notMembers}, and with {@code unknown + invalid} every person that was named.
 *
 * @param alreadyMembers who was on it before, or was named before
 * @param unknown who nobody goes by
 * @param invalid what names nobody because it cannot be read
 * @param rejected the first of the last two, with their places
 */
record CohortView(
        boolean dryRun,
        long added,
        long alreadyMembers,
        long removed,
        long notMembers,
        long unknown,
        long invalid,
        List<Rejected> rejected) {

    /** A person who was passed over; what named them is not repeated, for it may be an address. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rejected(@Nullable Long line, @Nullable String pointer, String detail) {
        static Rejected of(Place place, String detail) {
            return new Rejected(place.line(), place.pointer(), detail);
        }
    }
}
