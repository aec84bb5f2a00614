package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sessions: activity without a break of more than 30 minutes. They are the connected parts of the set of moments, so that
 * order makes no difference. The latest {@link #ROOM} are kept as they are, and those before only as totals; activity that
 * may belong to one of them cannot be placed any more, and asks for a recomputation.
 */
final class Visits {
    static final int ROOM = 200;
    static final long BREAK = Micros.of(Duration.ofMinutes(30));

    private final TreeMap<Long, Long> sessions = new TreeMap<>();
    private long first = Micros.NEVER;
    private long folded;
    private long foldedMicros;
    private long foldedUpTo = Micros.NEVER;
    private boolean lost;

    /**
     * Whether a call shows somebody at work on a site or app: pages, screens, and what is tracked there. What became of
     * messages and orders is told by back ends too, so that it has to come with a device.
     */
    static boolean isActivity(Call call, boolean hasDevice) {
        return switch (call.type()) {
            case PAGE, SCREEN -> true;
            case TRACK ->
                !MessageEvent.isOne(call) && (hasDevice || !call.event().name().startsWith("Order "));
            case IDENTIFY, GROUP, ALIAS -> false;
        };
    }

    void absorb(long at) {
        first = first == Micros.NEVER ? at : Math.min(first, at);
        add(at, at);
        fold();
    }

    private void add(long start, long end) {
        if (foldedUpTo != Micros.NEVER && start <= foldedUpTo + BREAK) {
            lost = true;
            return;
        }
        long from = start;
        long to = end;
        Map.Entry<Long, Long> before = sessions.floorEntry(from);
        if (before != null && before.getValue() + BREAK >= from) {
            from = before.getKey();
            to = Math.max(to, before.getValue());
        }
        Map.Entry<Long, Long> next = sessions.ceilingEntry(from);
        while (next != null && next.getKey() <= to + BREAK) {
            to = Math.max(to, next.getValue());
            sessions.remove(next.getKey());
            next = sessions.ceilingEntry(from);
        }
        sessions.put(from, to);
    }

    private void fold() {
        while (sessions.size() > ROOM) {
            Map.Entry<Long, Long> oldest = sessions.pollFirstEntry();
            folded++;
            foldedMicros += oldest.getValue() - oldest.getKey();
            foldedUpTo = oldest.getValue();
        }
    }

    void merge(Visits other) {
        first = first == Micros.NEVER || (other.first != Micros.NEVER && other.first < first) ? other.first : first;
        lost |= other.lost || (folded > 0 && other.folded > 0);
        TreeMap<Long, Long> more = new TreeMap<>(other.sessions);
        if (other.folded > 0) {
            more = new TreeMap<>(sessions);
            sessions.clear();
            sessions.putAll(other.sessions);
            folded += other.folded;
            foldedMicros += other.foldedMicros;
            foldedUpTo = Math.max(foldedUpTo, other.foldedUpTo);
        }
        more.forEach(this::add);
        fold();
    }

    boolean isLost() {
        return lost;
    }

    void addTo(ObjectNode facts, Instant now) {
        facts.put("sessionCount", folded + sessions.size());
        long micros = foldedMicros;
        for (Map.Entry<Long, Long> session : sessions.entrySet()) {
            micros += session.getValue() - session.getKey();
        }
        facts.put("timeOnSiteSeconds", micros / Micros.of(Duration.ofSeconds(1)));
        if (!sessions.isEmpty()) {
            facts.put("firstVisitAt", Micros.text(first, now));
            facts.put("lastVisitAt", Micros.text(sessions.lastEntry().getValue(), now));
            facts.put("lastSessionStartedAt", Micros.text(sessions.lastKey(), now));
        }
    }

    void write(StateOutput out) throws IOException {
        out.number(first);
        out.number(folded);
        out.number(foldedMicros);
        out.number(foldedUpTo);
        out.number(lost ? 1 : 0);
        out.number(sessions.size());
        long before = 0;
        for (Map.Entry<Long, Long> session : sessions.entrySet()) {
            out.number(session.getKey() - before);
            out.number(session.getValue() - session.getKey());
            before = session.getValue();
        }
    }

    static Visits read(StateInput in) throws IOException {
        Visits visits = new Visits();
        visits.first = in.number();
        visits.folded = in.number();
        visits.foldedMicros = in.number();
        visits.foldedUpTo = in.number();
        visits.lost = in.number() == 1;
        long size = in.number();
        long before = 0;
        for (long i = 0; i < size; i++) {
            long start = before + in.number();
            before = start + in.number();
            visits.sessions.put(start, before);
        }
        return visits;
    }
}
