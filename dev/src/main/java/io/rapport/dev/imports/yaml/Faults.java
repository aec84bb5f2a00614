package io.rapport.dev.imports.yaml;

import io.rapport.dev.process.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers a mapping's faults, so that all are told at once. */
public final class Faults {
    private final String file;
    private final List<MappingFault> found = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    /** What the reading gives, or null when it met a fault, which is kept. */
    public <T> @Nullable T attempt(Supplier<? extends @Nullable T> reading) {
        try {
            return reading.get();
        } catch (MappingFault fault) {
            found.add(fault);
            return null;
        }
    }

    public boolean any() {
        return !found.isEmpty();
    }

    /** All of them, in the order of their lines. */
    Refusal refusal() {
        return new Refusal(found.stream()
                .sorted(Comparator.comparingInt(MappingFault::line))
                .map(fault -> fault.in(file))
                .collect(Collectors.joining("\n")));
    }
}
