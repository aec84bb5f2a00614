package io.rapport.profile.identity;

import io.rapport.events.Proof;
import io.rapport.events.SourceType;
import java.util.Arrays;

/** How far a sender's word is taken on whom an event is about; each level may all that the one before it may. */
public enum Trust {
    /** A public write key in a browser or an app: anybody may have sent it. */
    PUBLIC(0),
    /** The same with a token of the shop's that proves the userId. */
    USER(1),
    /** The shop's back end. */
    SERVER(2);

    private final int code;

    Trust(int code) {
        this.code = code;
    }

    /** How it stands in the database. */
    public int code() {
        return code;
    }

    static Trust ofCode(int code) {
        return Arrays.stream(values())
                .filter(trust -> trust.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no trust " + code));
    }

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
