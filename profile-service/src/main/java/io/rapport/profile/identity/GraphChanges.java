package io.rapport.profile.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ties to insert, to rewrite and to delete; each list in the identifiers' order, so that two writers never cross. */
public final class GraphChanges {
    private final List<Tie> inserted = new ArrayList<>();
    private final List<Tie> updated = new ArrayList<>();
    private final List<Identifier> deleted = new ArrayList<>();

    /** How one has to write what was, for it to be what is. */
    public static GraphChanges between(Collection<Tie> before, Collection<Tie> after) {
        Map<Identifier, Tie> were = byIdentifier(before);
        Map<Identifier, Tie> are = byIdentifier(after);
        Set<Identifier> all = new TreeSet<>(were.keySet());
        all.addAll(are.keySet());
        GraphChanges changes = new GraphChanges();
        all.forEach(each -> changes.add(were.get(each), are.get(each)));
        return changes;
    }

    private static Map<Identifier, Tie> byIdentifier(Collection<Tie> ties) {
        return ties.stream().collect(Collectors.toMap(Tie::identifier, Function.identity()));
    }

    public boolean isEmpty() {
        return inserted.isEmpty() && updated.isEmpty() && deleted.isEmpty();
    }

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
