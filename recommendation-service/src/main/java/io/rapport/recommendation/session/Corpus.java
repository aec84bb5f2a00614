package io.rapport.recommendation.session;

/**
 * A snapshot and the overlay beside it, read as one: session numbers go on from the snapshot's into the overlay's, so a
 * larger number is a later session.
 */
record Corpus(SessionIndex index, LiveSessions live) {

    int sessions() {
        return index.sessions() + live.size();
    }

    int frequency(int item) {
        return index.frequency(item) + live.frequency(item);
    }

    int length(int session) {
        return isLive(session) ? liveItems(session).length : index.log.length(session);
    }

    boolean isLive(int session) {
        return session >= index.sessions();
    }

    int[] liveItems(int session) {
        return live.items(session - index.sessions());
    }

    /** The number of the visitor's newest live session; -1 when there is none. */
    int newestOf(String visitor) {
        int position = visitor.isEmpty() ? -1 : live.newestOf(visitor);
        return position < 0 ? -1 : index.sessions() + position;
    }
}
