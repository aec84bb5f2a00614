package io.rapport.profile.event;

import io.rapport.platform.retention.Retention;
import io.rapport.profile.event.RetentionRules.Cutoffs;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Deletes events that were kept long enough, once a day of business time. A month of which nothing is kept goes as a whole; of
 * the others the rows go, some pages at a time. Each night looks at the months that a cutoff has passed lately; the first
 * one after a start looks at all, since settings may have changed and history may have been loaded.
 */
@ApplicationScoped
class EventRetention implements Retention {
    private static final Logger LOG = Logger.getLogger(EventRetention.class);
    private static final Duration LATELY = Duration.ofDays(62);

    private final EventMonths months;
    private final InstantSource clock;
    private final RetentionRules rules;
    private volatile @Nullable LocalDate sweptOn;

    EventRetention(EventMonths months, InstantSource clock, EventsConfig config) {
        this.months = months;
        this.clock = clock;
        this.rules = RetentionRules.of(config.retention().orElse(List.of()));
    }

    @Override
    public String what() {
        return "events";
    }

    @Override
    public Uni<Integer> sweep(SqlClient client) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        boolean isFirst = sweptOn == null;
        if (rules.isEmpty() || today.equals(sweptOn)) {
            return Uni.createFrom().item(0);
        }
        sweptOn = today;
        return sweep(rules.at(now), isFirst).onFailure().invoke(() -> sweptOn = isFirst ? null : today.minusDays(1));
    }

    private Uni<Integer> sweep(Cutoffs cutoffs, boolean everything) {
        return months.list()
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(month -> sweep(month, cutoffs, everything))
                .collect()
                .with(Collectors.summingInt(count -> count))
                .invoke(count -> LOG.infof("%d events were kept long enough", count));
    }

    private Uni<Integer> sweep(EventMonth month, Cutoffs cutoffs, boolean everything) {
        Instant ofAll = cutoffs.ofAll();
        if (ofAll != null && month.isOver(ofAll)) {
            return months.drop(month);
        }
        boolean isTouched = everything
                ? month.isBegun(cutoffs.latest())
                : cutoffs.all().anyMatch(at -> month.isBegun(at) && !month.isOver(at.minus(LATELY)));
        return isTouched ? months.thin(month, cutoffs) : Uni.createFrom().item(0);
    }

    /**
     * A partition.
     *
     * @param month null for the default partition, which may hold anything
     */
    record EventMonth(String table, @Nullable YearMonth month) {
        boolean isBegun(Instant by) {
            return month == null || start(month).isBefore(by);
        }

        boolean isOver(Instant by) {
            return month != null && !start(month.plusMonths(1)).isAfter(by);
        }

        private static Instant start(YearMonth month) {
            return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }
}
