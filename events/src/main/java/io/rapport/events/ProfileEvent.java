package io.rapport.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to one profile. Keyed by profile id; {@code sequence} grows with each event of a profile, and a
 * reader that has seen a sequence has seen all before it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EventResolved.class, name = "event-resolved"),
    @JsonSubTypes.Type(value = ProfilesMerged.class, name = "profiles-merged"),
    @JsonSubTypes.Type(value = ProfilesUnmerged.class, name = "profiles-unmerged"),
    @JsonSubTypes.Type(value = ConsentChanged.class, name = "consent-changed"),
    @JsonSubTypes.Type(value = ProfileErased.class, name = "profile-erased"),
    @JsonSubTypes.Type(value = SegmentEntered.class, name = "segment-entered"),
    @JsonSubTypes.Type(value = SegmentExited.class, name = "segment-exited")
})
public sealed interface ProfileEvent
        permits EventResolved,
                ProfilesMerged,
                ProfilesUnmerged,
                ConsentChanged,
                ProfileErased,
                SegmentEntered,
                SegmentExited {
    /** Unique id of this event, the key of every reader's inbox. */
    UUID eventId();

    /** The profile on whose key it was published. */
    UUID profileId();

    long sequence();

    /** Event time: when it happened, not when it was handled. */
    Instant timestamp();

    Origin origin();
}
