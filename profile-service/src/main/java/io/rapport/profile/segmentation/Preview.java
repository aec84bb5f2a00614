package io.rapport.profile.segmentation;

import io.rapport.profile.membership.Memberships;
import io.rapport.profile.segment.SegmentBook;
import io.rapport.profile.segmentation.SegmentView.PreviewView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a condition would come to. Where there are more profiles than an operator wants to wait for, some of them are looked at,
 * each with the same probability (PostgreSQL's {@code tablesample bernoulli}), and stand for all.
 */
@ApplicationScoped
class Preview {
    private static final int CHUNK = 500;
    private static final int NAMED = 20;

    private final Pool pool;
    private final ProfilesInOrder profiles;
    private final Memberships memberships;
    private final long most;

    Preview(Pool pool, ProfilesInOrder profiles, Memberships memberships, SegmentsConfig config) {
        this.pool = pool;
        this.profiles = profiles;
        this.memberships = memberships;
        this.most = config.previewProfiles();
    }

    /** @param segment one of the book, which nobody is a member of */
    Uni<PreviewView> of(SegmentBook book, int segment) {
        return of(book, segment, most);
    }

    Uni<PreviewView> of(SegmentBook book, int segment, long looked) {
        return profiles.count(pool)
                .chain(total -> profiles.some(pool, share(total, looked))
                        .chain(ids -> members(book, segment, ids)
                                .map(members -> view(members, ids.size(), total, total <= looked))));
    }

    private static double share(long total, long looked) {
        return total <= looked ? 1 : (double) looked / total;
    }

    private Uni<List<UUID>> members(SegmentBook book, int segment, List<UUID> ids) {
        List<List<UUID>> chunks = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            chunks.add(ids.subList(from, Math.min(ids.size(), from + CHUNK)));
        }
        return Multi.createFrom()
                .iterable(chunks)
                .onItem()
                .transformToUniAndConcatenate(chunk -> suppose(book, segment, chunk))
                .onItem()
                .<UUID>disjoint()
                .collect()
                .asList();
    }

    private Uni<Set<UUID>> suppose(SegmentBook book, int segment, List<UUID> chunk) {
        return pool.withTransaction(transaction -> memberships.suppose(transaction, book, segment, chunk));
    }

    private static PreviewView view(List<UUID> members, int looked, long total, boolean exact) {
        long count = exact || looked == 0 ? members.size() : Math.round((double) members.size() * total / looked);
        return new PreviewView(count, members.stream().sorted().limit(NAMED).toList(), exact);
    }
}
