package io.rapport.dev.imports.delivery;

/** Takes the records that an import makes. */
public interface Delivery extends AutoCloseable {
    /** Returns when the record is on its way, which it is not before there is room for it. */
    void deliver(Outgoing record);

    /** Returns when all are there. */
    void finish();

    @Override
    void close();
}
