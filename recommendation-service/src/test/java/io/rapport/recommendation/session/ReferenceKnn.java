package io.rapport.recommendation.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The same model as the index, written down as its definition reads: no index, every session looked at, sets and maps.
 * It shares only the parameters' formulas with what it checks.
 */
final class ReferenceKnn {
    private final List<int[]> sessions;
    private final SessionParameters parameters;

    ReferenceKnn(List<int[]> sessions, SessionParameters parameters) {
        this.sessions = sessions;
        this.parameters = parameters;
    }

    record Neighbour(int session, double overlap, int latestStep, int latestItem) {}

    List<ScoredItem> recommend(int[] clicks, int limit) {
        Map<Integer, Integer> query = stepsOf(clicks);
        List<Neighbour> neighbours = nearest(query, queryLength(clicks));
        Map<Integer, Double> scores = new LinkedHashMap<>();
        Map<Integer, Integer> voters = new LinkedHashMap<>();
        for (Neighbour neighbour : neighbours) {
            votes(neighbour, queryLength(clicks)).forEach((item, vote) -> {
                scores.merge(item, vote, Double::sum);
                voters.merge(item, 1, Integer::sum);
            });
        }
        return scores.entrySet().stream()
                .map(entry -> new ScoredItem(
                        entry.getKey(),
                        entry.getValue() * parameters.rarity().factor(frequency(entry.getKey()), sessions.size()),
                        new Evidence.FromSessions(voters.get(entry.getKey()), List.of())))
                .filter(item -> item.score() > 0)
                .sorted(Comparator.comparingDouble(ScoredItem::score).reversed().thenComparing(ScoredItem::item))
                .limit(limit)
                .toList();
    }

    private int queryLength(int[] clicks) {
        return Math.min(clicks.length, parameters.longestQuery());
    }

    private Map<Integer, Integer> stepsOf(int[] clicks) {
        Map<Integer, Integer> steps = new LinkedHashMap<>();
        for (int step = 0; step < queryLength(clicks); step++) {
            steps.putIfAbsent(clicks[clicks.length - 1 - step], step);
        }
        return steps;
    }

    private List<Neighbour> nearest(Map<Integer, Integer> query, int length) {
        List<Neighbour> sample = new ArrayList<>();
        for (int session = sessions.size() - 1; session >= 0 && sample.size() < parameters.sampleSize(); session--) {
            Neighbour neighbour = compare(session, query, length);
            if (neighbour != null) {
                sample.add(neighbour);
            }
        }
        return sample.stream()
                .sorted(Comparator.comparingDouble(this::value)
                        .reversed()
                        .thenComparing(
                                Comparator.comparingInt(Neighbour::session).reversed()))
                .limit(parameters.neighbours())
                .sorted(Comparator.comparingInt(Neighbour::session).reversed())
                .toList();
    }

    private Neighbour compare(int session, Map<Integer, Integer> query, int length) {
        Set<Integer> held = distinct(sessions.get(session));
        double overlap = 0;
        Integer latest = null;
        for (Map.Entry<Integer, Integer> entry : query.entrySet()) {
            if (held.contains(entry.getKey())) {
                overlap += weight(entry.getKey(), entry.getValue(), length);
                latest = latest == null ? entry.getKey() : latest;
            }
        }
        return latest == null ? null : new Neighbour(session, overlap, query.get(latest), latest);
    }

    private double weight(int item, int step, int length) {
        double idf = Math.log(1 + (double) sessions.size() / frequency(item));
        return parameters.query().decay().at(step, length)
                * Math.pow(idf, parameters.query().rarityPower());
    }

    private double value(Neighbour neighbour) {
        double age = sessions.size() - 1 - neighbour.session();
        return Math.pow(neighbour.overlap(), parameters.neighbour().overlapPower())
                * Math.pow(
                        sessions.get(neighbour.session()).length,
                        -parameters.neighbour().lengthPower())
                * Math.exp(-parameters.neighbour().agePower() * age / sessions.size());
    }

    private Map<Integer, Double> votes(Neighbour neighbour, int length) {
        int[] clicks = sessions.get(neighbour.session());
        int anchor = clicks.length - 1;
        while (clicks[anchor] != neighbour.latestItem()) {
            anchor--;
        }
        double value = value(neighbour) * parameters.neighbour().match().at(neighbour.latestStep(), length);
        Map<Integer, Double> votes = new LinkedHashMap<>();
        for (int at = 0; at < clicks.length; at++) {
            votes.merge(clicks[at], value * anchored(at - anchor), Math::max);
        }
        return votes;
    }

    private double anchored(int distance) {
        SessionParameters.AnchorWeight weight = parameters.anchor();
        if (distance == 0) {
            return 1;
        }
        return distance > 0
                ? weight.forward().at(distance - 1, Integer.MAX_VALUE)
                : weight.backwardGain() * weight.backward().at(-distance - 1, Integer.MAX_VALUE);
    }

    private int frequency(int item) {
        return (int) sessions.stream()
                .filter(session -> distinct(session).contains(item))
                .count();
    }

    private static Set<Integer> distinct(int[] clicks) {
        Set<Integer> items = new LinkedHashSet<>();
        for (int item : clicks) {
            items.add(item);
        }
        return items;
    }
}
