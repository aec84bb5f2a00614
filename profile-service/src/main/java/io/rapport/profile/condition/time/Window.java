package io.rapport.profile.condition.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Which moments count. Those ahead of the clock never do, until their time has come. */
public sealed interface Window {
    /** The last moment before those that it contains now. */
    Instant after(Instant now);

    /** The last moment that it contains now. */
    Instant upTo(Instant now);

    default boolean contains(Instant event, Instant now) {
        return after(now).isBefore(event) && !event.isAfter(upTo(now));
    }

    /** What is no later than this counts neither now nor at any later time. */
    Instant floor(Instant now);

    /** The next moment after {@code now} at which {@link #contains} changes by itself; null if it never does. */
    @Nullable
    Instant nextFlip(Instant event, Instant now);

    /** Whether it can contain this moment now or at any later time. */
    boolean mayContain(Instant event, Instant now);

    /** Whether what it contains once, it contains for ever. */
    boolean stands();

    /**
     * Between two moments that stand still, to the microsecond.
     *
     * @param from the first moment within; null for no bound
     * @param to the first moment no longer within, so that consecutive windows share none; null for no bound
     */
    record Fixed(@Nullable Instant from, @Nullable Instant to) implements Window {
        /** Everything up to now. */
        public static final Window EVER = new Fixed(null, null);

        /** Before all that anybody writes down. */
        private static final Instant DAWN = Instant.ofEpochSecond(-1_000_000_000_000L);

        private static Instant before(Instant bound) {
            return bound.minus(1, ChronoUnit.MICROS);
        }

        @Override
        public Instant after(Instant now) {
            return from == null ? DAWN : before(from);
        }

        @Override
        public Instant upTo(Instant now) {
            return to == null || now.isBefore(to) ? now : before(to);
        }

        @Override
        public Instant floor(Instant now) {
            return after(now);
        }

        @Override
        public @Nullable Instant nextFlip(Instant event, Instant now) {
            return event.isAfter(now) && mayContain(event, now) ? event : null;
        }

        @Override
        public boolean mayContain(Instant event, Instant now) {
            return after(now).isBefore(event) && (to == null || event.isBefore(to));
        }

        @Override
        public boolean stands() {
            return true;
        }
    }

    /** {@code now − span < t ≤ now}. */
    record Within(Span span) implements Window {
        @Override
        public Instant after(Instant now) {
            return span.before(now);
        }

        @Override
        public Instant upTo(Instant now) {
            return now;
        }

        @Override
        public Instant floor(Instant now) {
            return span.floor(now);
        }

        @Override
        public @Nullable Instant nextFlip(Instant event, Instant now) {
            return event.isAfter(now) ? event : span.nextFlip(event, now);
        }

        @Override
        public boolean mayContain(Instant event, Instant now) {
            return span.floor(now).isBefore(event);
        }

        @Override
        public boolean stands() {
            return false;
        }
    }
}
