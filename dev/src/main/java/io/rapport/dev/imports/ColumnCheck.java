package io.rapport.dev.imports;

import io.rapport.dev.imports.mapping.Mapping;
import io.rapport.dev.imports.value.ColumnUse;
import io.rapport.dev.process.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses a mapping that names a column which a file does not have, before the first row. */
final class ColumnCheck {
    private final String mapping;
    private final List<ColumnUse> uses = new ArrayList<>();

    ColumnCheck(Mapping mapping) {
        this.mapping = mapping.file();
        mapping.record().columns(uses::add);
        mapping.each().ifPresent(each -> each.list().columns(uses::add));
        mapping.skip().forEach(condition -> condition.columns(uses::add));
        mapping.group().by().ifPresent(by -> by.columns(uses::add));
    }

    /** @param columns none where each row has its own */
    void check(List<String> columns) {
        String faults = uses.stream()
                .filter(use -> !columns.isEmpty() && !columns.contains(use.column()))
                .map(use -> use.absent().in(mapping) + "no column is named \"" + use.column() + "\"")
                .distinct()
                .collect(Collectors.joining("\n"));
        if (!faults.isEmpty()) {
            throw new Refusal(faults + "\nThe file's columns are " + String.join(", ", columns));
        }
    }
}
