package io.rapport.profile.identity;

/** Why an identifier that an event named was left out of it. */
public enum Refusal {
    /** It belongs to another user; two users are never fused by what they share. */
    OTHER_USER,
    /** An operator said that it is somebody else's. */
    CANNOT_LINK,
    /** The profile would have too many of its type. */
    LIMIT,
    /** Only a user's token or the shop's back end may say so. */
    NEEDS_PROOF
}
