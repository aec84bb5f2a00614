package io.rapport.benchmarks.accuracy;

import io.rapport.recommendation.session.Sessions;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/** Questions with known answers: the clicks of a session so far, and the one that came next. */
final class NextClicks {
    private final IntArrayList items = new IntArrayList();
    private final IntArrayList starts = new IntArrayList(new int[] {0});
    private final IntArrayList targets = new IntArrayList();

    /** Every session asks as many questions as it has clicks after the first. */
    static NextClicks of(Sessions sessions) {
        NextClicks questions = new NextClicks();
        for (int session = 0; session < sessions.count(); session++) {
            int[] clicks = sessions.items(session);
            for (int length = 1; length < clicks.length; length++) {
                questions.add(Arrays.copyOf(clicks, length), clicks[length]);
            }
        }
        return questions;
    }

    void add(int[] prefix, int target) {
        items.addElements(items.size(), prefix);
        starts.add(items.size());
        targets.add(target);
    }

    /** At most that many of them, spread evenly. */
    NextClicks sample(int most) {
        if (count() <= most) {
            return this;
        }
        NextClicks sample = new NextClicks();
        for (int i = 0; i < most; i++) {
            int question = (int) ((long) i * count() / most);
            sample.add(prefix(question), target(question));
        }
        return sample;
    }

    int count() {
        return targets.size();
    }

    int[] prefix(int question) {
        int[] prefix = new int[starts.getInt(question + 1) - starts.getInt(question)];
        items.getElements(starts.getInt(question), prefix, 0, prefix.length);
        return prefix;
    }

    int target(int question) {
        return targets.getInt(question);
    }
}
