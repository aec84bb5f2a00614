package io.rapport.recommendation.session;

import java.io.IOException;

/** The bytes are not a whole snapshot that this version can read. */
public final class CorruptSnapshotException extends IOException {
    private static final long serialVersionUID = 1;

    CorruptSnapshotException(String message) {
        super(message);
    }
}
