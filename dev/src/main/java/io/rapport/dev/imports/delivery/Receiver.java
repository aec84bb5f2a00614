package io.rapport.dev.imports.delivery;

import java.util.List;

/** How batches of one kind are sent, and how their answers are read. */
interface Receiver {
    /** Records in a batch at most. */
    int mostRecords();

    /** Bytes of a batch's records at most, unpacked, with one more for each record. */
    int mostBytes();

    Payload payload(List<Outgoing> batch);

    /** Which of the batch the gateway refused though it took the rest. */
    List<Refused> refused(List<Outgoing> batch, String answer);

    /** A record that the gateway will not have, and why. */
    record Refused(Outgoing record, String reason) {}
}
