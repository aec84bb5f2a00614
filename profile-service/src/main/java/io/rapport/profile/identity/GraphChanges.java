package io.rapport.profile.identity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ties to insert, to rewrite and to delete; each list in the identifiers' order, so that two writers never cross. */
public final class GraphChanges {
    private final List<Tie> inserted = new ArrayList<>();
    private final List<Tie> updated = new ArrayList<>();
    private final List<Identifier> deleted = new ArrayList<>();

    void add(@Nullable Tie before, @Nullable Tie after) {
        if (after == null) {
            if (before != null) {
                deleted.add(before.identifier());
            }
        } else if (before == null) {
            inserted.add(after);
        } else if (!before.equals(after)) {
            updated.add(after);
        }
    }

    public List<Tie> inserted() {
        return inserted;
    }

    public List<Tie> updated() {
        return updated;
    }

    public List<Identifier> deleted() {
        return deleted;
    }
}
