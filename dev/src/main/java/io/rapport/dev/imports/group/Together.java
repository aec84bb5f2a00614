package io.rapport.dev.imports.group;

import io.rapport.dev.imports.input.Row;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Groups whose rows stand together: a group ends where another key begins, and nothing waits on disk. */
public final class Together implements Grouping {
    private final Keys keys;
    private final Predicate<Group> next;
    private final Consumer<Row> strays;
    private final RecentKeys closed = new RecentKeys();
    private @Nullable String key;
    private Gathering open = new Gathering();

    /** @param strays takes rows whose group has ended before */
    public Together(Keys keys, Predicate<Group> next, Consumer<Row> strays) {
        this.keys = keys;
        this.next = next;
        this.strays = strays;
    }

    @Override
    public boolean accept(Row row) {
        String rowKey = keys.of(row);
        if (rowKey == null) {
            return true;
        }
        if (rowKey.equals(key)) {
            open.add(row);
            return true;
        }
        if (closed.contains(rowKey)) {
            strays.accept(row);
            return true;
        }
        boolean more = close();
        key = rowKey;
        open.add(row);
        return more;
    }

    private boolean close() {
        if (key == null) {
            return true;
        }
        closed.add(key);
        Group group = open.group();
        open = new Gathering();
        key = null;
        return next.test(group);
    }

    @Override
    public void finish() {
        close();
    }
}
