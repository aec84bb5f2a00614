package io.rapport.benchmarks.accuracy;

import io.rapport.recommendation.session.ItemTable;
import io.rapport.recommendation.session.Sessions;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the sets of sessions in the two forms that they are published in. */
final class ClickReader {
    private static final int LONGEST = 200;
    private static final int SESSION = 0;
    private static final int ITEM = 1;
    private static final int TIME = 2;

    private final DataFolder folder;

    ClickReader(DataFolder folder) {
        this.folder = folder;
    }

    /** The SR-GNN form: a session a line, oldest first; the test part prefix TAB target. */
    ClickSet sequences(String name, List<Published> published) throws IOException {
        Sessions.Builder train = Sessions.builder(LONGEST);
        long line = 0;
        for (String session : lines("sessions_" + name + "_train.txt.gz")) {
            train.add(numbers(session), line++);
        }
        NextClicks test = new NextClicks();
        for (String question : lines("sessions_" + name + "_test.txt.gz")) {
            int tab = question.indexOf('\t');
            test.add(numbers(question.substring(0, tab)), Integer.parseInt(question.substring(tab + 1)));
        }
        String about = "The files of the SR-GNN protocol, oldest session first; the test part is later.";
        return new ClickSet(name, train.build(), test, false, about, published);
    }

    /** The click-log form: SessionId, ItemId and Time in seconds, a click a line. */
    ClickSet logs(String name, String train, String test, boolean currentLeftOut, List<Published> published)
            throws IOException {
        ItemTable items = new ItemTable();
        Sessions learned = sessions(train, items);
        Sessions asked = sessions(test, items);
        String about = "Learned until " + moment(learned.newest()) + ", asked from sessions that ended from "
                + moment(asked.endedAt(0)) + " on.";
        return new ClickSet(name, learned, NextClicks.of(asked), currentLeftOut, about, published);
    }

    private Sessions sessions(String file, ItemTable items) throws IOException {
        Map<String, List<Click>> clicks = new LinkedHashMap<>();
        List<String> lines = lines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            long at = Math.round(Double.parseDouble(fields[TIME]) * 1000);
            clicks.computeIfAbsent(fields[SESSION], session -> new ArrayList<>())
                    .add(new Click(items.intern(fields[ITEM]), at));
        }
        Sessions.Builder sessions = Sessions.builder(LONGEST);
        for (List<Click> session : clicks.values()) {
            session.sort(Comparator.comparingLong(Click::at));
            sessions.add(
                    session.stream().mapToInt(Click::item).toArray(),
                    session.get(session.size() - 1).at());
        }
        return sessions.build();
    }

    private List<String> lines(String file) throws IOException {
        try (BufferedReader reader = folder.open(file)) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    private static int[] numbers(String line) {
        IntArrayList numbers = new IntArrayList();
        for (String number : line.trim().split(" ", -1)) {
            numbers.add(Integer.parseInt(number));
        }
        return numbers.toIntArray();
    }

    private static Instant moment(long millis) {
        return Instant.ofEpochSecond(millis / 1000);
    }

    private record Click(int item, long at) {}
}
