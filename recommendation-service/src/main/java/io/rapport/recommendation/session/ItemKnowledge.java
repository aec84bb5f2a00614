package io.rapport.recommendation.session;

import java.io.IOException;

/** What the re-ranker knows beside the neighbours: transitions between items, their places in space, and facts of each. */
record ItemKnowledge(Transitions transitions, ItemVectors vectors, ItemFacts facts) {

    static ItemKnowledge build(Sessions sessions) {
        Transitions transitions = Transitions.build(sessions);
        return new ItemKnowledge(transitions, ItemVectors.build(transitions), ItemFacts.build(sessions));
    }

    static long mostBytes(int items, int clicks) {
        return items * (ItemVectors.DIMENSIONS * (long) Float.BYTES + ItemFacts.BYTES)
                + Transitions.mostEntries(items, clicks) * Transitions.ENTRY_BYTES;
    }

    void write(SnapshotWriter out) throws IOException {
        transitions.write(out);
        out.writeFloats(vectors.values());
        facts.write(out);
    }

    static ItemKnowledge read(SnapshotReader in) throws IOException {
        return new ItemKnowledge(Transitions.read(in), new ItemVectors(in.readFloats()), ItemFacts.read(in));
    }
}
