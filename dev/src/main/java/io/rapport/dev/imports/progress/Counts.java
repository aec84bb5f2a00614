package io.rapport.dev.imports.progress;

import java.util.concurrent.atomic.LongAdder;

/** What an import counts while it runs. */
public final class Counts {
    /** Rows that were read, rejected ones too. */
    public final LongAdder rows = new LongAdder();

    /** Rows that the mapping leaves out. */
    public final LongAdder skipped = new LongAdder();

    /** Rows that cannot be imported. */
    public final LongAdder rejected = new LongAdder();

    /** Records that were made of rows. */
    public final LongAdder records = new LongAdder();

    /** Records from which something was left out to make them fit. */
    public final LongAdder trimmed = new LongAdder();

    /** Records that an earlier run had sent. */
    public final LongAdder before = new LongAdder();

    /** Records that the gateway took. */
    public final LongAdder taken = new LongAdder();

    /** Records that the gateway refused. */
    public final LongAdder refused = new LongAdder();

    public final LongAdder requests = new LongAdder();

    /** Requests that were sent again after a fault. */
    public final LongAdder repeated = new LongAdder();

    /** Whether anything is in the side file. */
    public boolean anyRejected() {
        return rejected.sum() + refused.sum() > 0;
    }
}
