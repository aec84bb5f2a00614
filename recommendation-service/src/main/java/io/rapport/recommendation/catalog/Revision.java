package io.rapport.recommendation.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What edits make of the products as they stand: taken in their order, and a product changes once at most. */
final class Revision {
    private final Instant at;
    private final Map<String, StoredProduct> stored;
    private final Map<String, Work> work = new LinkedHashMap<>();
    private final List<EditOutcome> outcomes = new ArrayList<>();
    private List<ProductChange> changes = List.of();

    /** A product on the bench: what it is after the edits so far. */
    private record Work(@Nullable Product product, @Nullable String document) {}

    private Revision(Map<String, StoredProduct> stored, Instant at) {
        this.stored = stored;
        this.at = at;
    }

    static Revision of(Map<String, StoredProduct> stored, List<Edit> edits, Instant at) {
        Revision revision = new Revision(stored, at);
        edits.forEach(edit -> revision.outcomes.add(revision.take(edit)));
        revision.changes = revision.compare();
        return revision;
    }

    /** One for each edit. */
    List<EditOutcome> outcomes() {
        return outcomes;
    }

    List<ProductChange> changes() {
        return changes;
    }

    private List<ProductChange> compare() {
        return work.keySet().stream()
                .filter(id -> !same(document(id), work.get(id).document()))
                .map(this::change)
                .toList();
    }

    private EditOutcome take(Edit edit) {
        String id = edit.productId();
        String before = work.containsKey(id) ? work.get(id).document() : document(id);
        // A put needs no look at what it replaces: reading the document is what costs.
        Edit.Result result = edit instanceof Edit.Put ? edit.apply(null) : edit.apply(present(id));
        if (result instanceof Edit.Result.Refused refused) {
            return new EditOutcome(EditOutcome.Kind.REFUSED, null, refused.error());
        }
        Product after = ((Edit.Result.Kept) result).product();
        String document = after == null ? null : ProductDocument.of(after);
        work.put(id, new Work(after, document));
        return new EditOutcome(EditOutcome.kind(before, document), after, null);
    }

    private @Nullable Product present(String id) {
        if (work.containsKey(id)) {
            return work.get(id).product();
        }
        return stored.containsKey(id) ? stored.get(id).product() : null;
    }

    private @Nullable String document(String id) {
        return stored.containsKey(id) ? stored.get(id).document() : null;
    }

    private ProductChange change(String id) {
        StoredProduct before = stored.get(id);
        boolean fresh = before == null || before.document() == null;
        return new ProductChange(
                id,
                before == null ? 1 : before.version() + 1,
                fresh ? null : before.product(),
                work.get(id).product(),
                work.get(id).document(),
                fresh ? at : before.createdAt(),
                at);
    }

    static boolean same(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }
}
