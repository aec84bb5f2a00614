package io.rapport.profile.identity;

import io.rapport.events.Proof;
import io.rapport.events.SourceType;

/** How far a sender's word is taken on whom an event is about; each level may all that the one before it may. */
public enum Trust {
    /** A public write key in a browser or an app: anybody may have sent it. */
    PUBLIC,
    /** The same with a token of the shop's that proves the userId. */
    USER,
    /** The shop's back end. */
    SERVER;

    public static Trust of(Proof proof, SourceType sourceType) {
        if (proof == Proof.SERVER_KEY || sourceType == SourceType.SERVER) {
            return SERVER;
        }
        return proof == Proof.USER_TOKEN ? USER : PUBLIC;
    }

    public boolean atLeast(Trust other) {
        return compareTo(other) >= 0;
    }
}
