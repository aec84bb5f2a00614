package io.rapport.profile.problem;

import io.rapport.platform.problem.ProblemType;

/** The errors that only profile-service answers with. */
public enum ProfileProblem implements ProblemType {
    /** Without an admin nobody could ever make another. */
    LAST_ADMIN(409, "The last admin stays"),
    SOURCE_IN_USE(409, "Server keys still stand for this source"),
    SEGMENT_IN_USE(409, "Other segments refer to this one"),
    SCORE_IN_USE(409, "Segments or other scores ask for this one"),
    /** Its members would come from elsewhere than those that there are. */
    SEGMENT_KIND_STAYS(409, "A segment stays of its kind"),
    SEGMENT_NOT_STATIC(409, "Its members follow from its condition"),
    SEGMENT_BEING_DELETED(409, "A segment of that id is still being deleted"),
    ALREADY_REPLAYED(409, "It was replayed before"),
    UNKNOWN_SOURCE(422, "There is no such source"),
    /** It is not part of the profile, or all of it. */
    CANNOT_UNMERGE(422, "It cannot be taken out of the profile"),
    EVENT_STILL_INVALID(422, "The event is not valid yet"),
    NOT_YET_SUPPORTED(422, "Not supported yet");

    private final int status;
    private final String title;

    ProfileProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
