package io.rapport.recommendation.session;

/** Counts which items come together, one item at a time, so that memory goes with the catalogue and not with its square. */
final class CosineBuild {
    private final Sessions sessions;
    private final CosineParameters parameters;
    private final Postings postings;
    private final double[] sessionWeight;
    private final double[] itemWeight;
    private final ItemScores weights = new ItemScores();
    private final TopItems top = new TopItems();

    CosineBuild(Sessions sessions, CosineParameters parameters) {
        this.sessions = sessions;
        this.parameters = parameters;
        this.postings = Postings.of(sessions, Integer.MAX_VALUE);
        this.sessionWeight = sessionWeights();
        this.itemWeight = itemWeights();
    }

    Related run() {
        Related related = new Related(postings.items());
        for (int item = 0; item < postings.items(); item++) {
            count(item);
            keepBest(item, related);
        }
        related.trim();
        return related;
    }

    private void count(int item) {
        weights.clear();
        for (int at = postings.starts[item]; at < postings.starts[item + 1]; at++) {
            int session = postings.sessions[at];
            for (int other = sessions.starts[session]; other < sessions.starts[session + 1]; other++) {
                weights.vote(sessions.items[other], sessionWeight[session], session);
            }
        }
    }

    private void keepBest(int item, Related related) {
        top.reset(parameters.perItem());
        for (int slot = 0; slot < weights.count; slot++) {
            double score = similarity(item, slot);
            if (weights.items[slot] != item && score > 0 && top.admits(weights.items[slot], score)) {
                top.add(weights.items[slot], score);
            }
        }
        top.sort();
        related.begin(item);
        for (int rank = 0; rank < top.count; rank++) {
            int other = top.item(rank);
            related.add(item, other, top.score(rank), weights.voters[weights.find(other)]);
        }
    }

    private double similarity(int item, int slot) {
        double norm = Math.sqrt(itemWeight[item] * itemWeight[weights.items[slot]]);
        int together = weights.voters[slot];
        return weights.scores[slot] / norm * together / (together + parameters.shrinkage());
    }

    private double[] sessionWeights() {
        double[] weight = new double[sessions.count()];
        double halfLife = parameters.halfLife().toMillis();
        for (int session = 0; session < weight.length; session++) {
            double age = sessions.newest() - sessions.endedAt(session);
            double decay = halfLife == 0 ? 1 : Math.exp(-Math.log(2) * age / halfLife);
            weight[session] = decay * Math.pow(sessions.length(session), -parameters.lengthPower());
        }
        return weight;
    }

    private double[] itemWeights() {
        double[] weight = new double[postings.items()];
        for (int item = 0; item < weight.length; item++) {
            for (int at = postings.starts[item]; at < postings.starts[item + 1]; at++) {
                weight[item] += sessionWeight[postings.sessions[at]];
            }
        }
        return weight;
    }
}
