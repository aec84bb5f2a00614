package io.rapport.dev.imports.delivery;

import java.io.PrintWriter;

/** Sends nothing and shows the first few. */
public final class DryDelivery implements Delivery {
    private final PrintWriter out;
    private final int show;
    private int shown;

    public DryDelivery(PrintWriter out, int show) {
        this.out = out;
        this.show = show;
    }

    @Override
    public void deliver(Outgoing record) {
        if (shown < show) {
            shown++;
            out.println(record.place());
            out.println(SentJson.read(record.content().json()).toPrettyString());
            out.flush();
        }
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}
}
