package io.rapport.benchmarks.accuracy;

import java.util.List;

/** Figures that others published, in per cent, to stand beside ours. */
record Published(String model, double hitRate, double mrr) {
    static final List<Published> DIGINETICA = List.of(
            new Published("NARM", 49.70, 16.17),
            new Published("SR-GNN", 50.73, 17.59),
            new Published("GCE-GNN", 54.22, 19.04));
    static final List<Published> RETAILROCKET =
            List.of(new Published("SR-GNN", 50.32, 26.57), new Published("COTREC", 56.17, 29.97));
    static final List<Published> SERENADE_TOY = List.of(new Published("Serenade", 64.02, 32.77));
}
