package io.rapport.benchmarks.accuracy;

import io.rapport.recommendation.session.ScoredItem;
import it.unimi.dsi.fastutil.ints.IntList;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Counts hits among the first {@value #LIMIT}, their reciprocal ranks, the questions with any hit, and the time of each
 * answer.
 */
final class Figures {
    static final int LIMIT = 20;
    private static final long SLOWEST_NANOS = 60_000_000_000L;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Histogram nanos = new Histogram(SLOWEST_NANOS, 3);
    private long targets;
    private long hits;
    private double reciprocalRanks;
    private long questions;
    private long questionsHit;

    /** HR@20 and MRR@20 of a model over those questions. */
    static Figures of(Predictor model, NextClicks questions) {
        Figures figures = new Figures();
        for (int question = 0; question < questions.count(); question++) {
            int[] prefix = questions.prefix(question);
            long start = cpuNanos();
            List<ScoredItem> answer = model.predict(prefix, LIMIT);
            figures.took(cpuNanos() - start);
            figures.count(answer, IntList.of(questions.target(question)));
        }
        return figures;
    }

    /** This thread's CPU time, as the machine has other work too. */
    static long cpuNanos() {
        return THREADS.getCurrentThreadCpuTime();
    }

    void took(long time) {
        nanos.recordValue(Math.min(time, SLOWEST_NANOS));
    }

    /** Counts one question, all of whose targets count on their own; without a target there was no question. */
    void count(List<ScoredItem> answer, IntList wanted) {
        long before = hits;
        wanted.forEach(target -> look(answer, target));
        questions += wanted.isEmpty() ? 0 : 1;
        questionsHit += hits > before ? 1 : 0;
    }

    private void look(List<ScoredItem> answer, int target) {
        targets++;
        for (int rank = 0; rank < answer.size(); rank++) {
            if (answer.get(rank).item() == target) {
                hits++;
                reciprocalRanks += 1.0 / (rank + 1);
                return;
            }
        }
    }

    /** The share of targets among the first 20, per cent. */
    double hitRate() {
        return targets == 0 ? 0 : 100.0 * hits / targets;
    }

    /** The share of questions with at least one target among the first 20, per cent. */
    double askedHitRate() {
        return questions == 0 ? 0 : 100.0 * questionsHit / questions;
    }

    /** The mean of 1/rank over all targets, 0 where one is not among the first 20; per cent. */
    double mrr() {
        return targets == 0 ? 0 : 100 * reciprocalRanks / targets;
    }

    /** What hyper-parameters are chosen by. */
    double quality() {
        return hitRate() + mrr();
    }

    long targets() {
        return targets;
    }

    double micros(double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1000.0;
    }
}
