package io.rapport.dev.imports.group;

import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.input.RowCodec;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Groups whose rows may stand anywhere: all rows are sorted by key first, on disk where they are many. */
public final class Anywhere implements Grouping {
    private final Keys keys;
    private final Predicate<Group> next;
    private final SpillingSort sort;
    private final RowCodec codec = new RowCodec();

    public Anywhere(Keys keys, Predicate<Group> next, SpillingSort sort) {
        this.keys = keys;
        this.next = next;
        this.sort = sort;
    }

    @Override
    public boolean accept(Row row) {
        String key = keys.of(row);
        if (key != null) {
            sort.add(key.getBytes(StandardCharsets.UTF_8), codec.write(row));
        }
        return true;
    }

    @Override
    public void finish() {
        KeyedGroups groups = new KeyedGroups(sort.sorted(), codec);
        boolean more = true;
        while (more && groups.hasNext()) {
            more = next.test(groups.next());
        }
    }
}
