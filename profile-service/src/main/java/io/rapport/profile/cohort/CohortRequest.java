package io.rapport.profile.cohort;

import io.rapport.platform.problem.Problem;
import io.rapport.profile.reference.PersonReference;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is to be put on a list, and who taken off it; who is in both is off it in the end. */
record CohortRequest(
        @Schema(description = "Profile ids and type:value.", examples = "[\"userId:42\",\"email:anna@example.com\"]")
        @Nullable
        List<@Nullable String> add,

        @Schema(description = "The same.") @Nullable List<@Nullable String> remove,

        @Schema(description = "Whether only to say what would happen.", defaultValue = "false") @Nullable
        Boolean dryRun) {

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }

    CohortChange change() {
        if (add == null && remove == null) {
            throw Problem.invalid("/add", "Name somebody to add or to remove.");
        }
        return new CohortChange(roll("/add/", add), roll("/remove/", remove));
    }

    private static Roll roll(String pointer, @Nullable List<@Nullable String> people) {
        Roll roll = new Roll();
        for (int i = 0; people != null && i < people.size(); i++) {
            String place = pointer + i;
            @Nullable String person = people.get(i);
            roll.name(Place.pointer(place), () -> PersonReference.parse(person, place));
        }
        return roll;
    }
}
