package io.rapport.gateway.decide;

import io.rapport.gateway.backend.Backends;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Recommendations: recommendation-service's answer is passed on as it is. */
@ApplicationScoped
class PlacementsPart implements Part {
    static final String NAME = "placements";

    private static final Logger LOG = Logger.getLogger(PlacementsPart.class);

    private final Recommendations recommendations;
    private final StandIns standIns;

    PlacementsPart(Recommendations recommendations, StandIns standIns) {
        this.recommendations = recommendations;
        this.standIns = standIns;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Placements are named by themselves, and their part is always there. */
    @Override
    public boolean isAskedBy(Asked asked) {
        return true;
    }

    @Override
    public Future<PartAnswer> answer(Question question) {
        if (question.asked().placements().isEmpty()) {
            return Future.succeededFuture(PartAnswer.of(Buffer.buffer("{}")));
        }
        standIns.keepFresh(question);
        return recommendations.ask(question).map(PlacementsPart::accepted).recover(fault -> standIn(question, fault));
    }

    private static PartAnswer accepted(Backends.Answer answer) {
        return switch (answer.status()) {
            case 200 -> PartAnswer.of(JsonField.of(answer.body(), NAME));
            case 400, 422 -> throw new ServiceRefusal(answer.status(), answer.body());
            default -> throw new IllegalStateException("recommendation-service answered " + answer.status());
        };
    }

    private Future<PartAnswer> standIn(Question question, Throwable fault) {
        if (fault instanceof ServiceRefusal) {
            return Future.failedFuture(fault);
        }
        LOG.debugf("Placements are degraded: %s", fault);
        return Future.succeededFuture(PartAnswer.degraded(standIns.find(question)));
    }
}
