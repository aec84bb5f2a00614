package io.rapport.benchmarks.fault;

import java.util.List;

/**
 * What a run showed.
 *
 * @param interrupted kills that left events unhandled
 * @param deliveries records, with those that came twice
 * @param turns entered and exited announced, each counted once
 * @param repeated announcements of any kind that were published again under the same eventId
 * @param lost events that are not stored
 * @param doubled events that are stored more than once
 * @param differences people who are not what they are where nothing was killed
 * @param broken announcements out of turn, or that end otherwise than with what the API says
 */
public record SegmentFaultFigures(
        long seed,
        int kills,
        int interrupted,
        int events,
        int deliveries,
        int people,
        int turns,
        int repeated,
        long lost,
        long doubled,
        List<String> differences,
        List<String> broken) {
    public boolean isSound() {
        return lost == 0 && doubled == 0 && differences.isEmpty() && broken.isEmpty();
    }

    String table(String command, String machine) {
        return """
                `%s`, seed %d

                | what | beside it: the same events, once, in order, nobody killed |
                | --- | --- |
                | SIGKILLs of profile-service | **%d**, %d of them with events unhandled |
                | events, delivered in any order and some twice | %,d events in %,d records |
                | lost / stored twice | **%d / %d** |
                | people who differ in identities, traits, computed facts or segments | **%d** of %d |
                | entered and exited announced | %,d |
                | out of turn, out of sequence, or not ending with what the API says | **%d** |
                | announcements published again under their eventId, which readers' inboxes drop | %,d |

                %s.
                """.formatted(
                        command,
                        seed,
                        kills,
                        interrupted,
                        events,
                        deliveries,
                        lost,
                        doubled,
                        differences.size(),
                        people,
                        turns,
                        broken.size(),
                        repeated,
                        machine);
    }
}
