package io.rapport.events;

/** How the sender of an event proved to act for the visitor that it names. */
public enum Proof {
    /** A public write key alone: an anonymous visitor, or a claim to be a user. */
    NONE,
    /** A token signed by the shop, whose subject is the event's userId. */
    USER_TOKEN,
    /** A server key, which may act for anybody. */
    SERVER_KEY
}
