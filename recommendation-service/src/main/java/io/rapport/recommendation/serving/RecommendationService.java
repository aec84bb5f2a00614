package io.rapport.recommendation.serving;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rapport.platform.problem.FieldError;
import io.rapport.platform.problem.Problem;
import io.rapport.recommendation.catalog.LiveCatalog;
import io.rapport.recommendation.config.RecommendationConfig;
import io.rapport.recommendation.interaction.History;
import io.rapport.recommendation.interaction.HistoryStore;
import io.rapport.recommendation.model.LiveModel;
import io.rapport.recommendation.placement.LivePlacements;
import io.rapport.recommendation.placement.Placement;
import io.rapport.recommendation.serving.AnswerView.PlacementView;
import io.rapport.recommendation.session.Serving;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Answers the gateway: the visitor's history from PostgreSQL within its deadline, everything else from memory. */
@ApplicationScoped
class RecommendationService {
    private static final Logger LOG = Logger.getLogger(RecommendationService.class);

    private final LivePlacements placements;
    private final HistoryStore histories;
    private final LiveModel model;
    private final LiveCatalog catalog;
    private final ShelfKeeper shelves;
    private final Answering answering;
    private final InstantSource clock;
    private final RecommendationConfig config;
    private final MeterRegistry metrics;

    RecommendationService(
            LivePlacements placements,
            HistoryStore histories,
            LiveModel model,
            LiveCatalog catalog,
            ShelfKeeper shelves,
            Answering answering,
            InstantSource clock,
            RecommendationConfig config,
            MeterRegistry metrics) {
        this.placements = placements;
        this.histories = histories;
        this.model = model;
        this.catalog = catalog;
        this.shelves = shelves;
        this.answering = answering;
        this.clock = clock;
        this.config = config;
        this.metrics = metrics;
    }

    /** A visitor's history, or why there is none. */
    private record Known(History history, List<String> degraded) {}

    Uni<AnswerView> recommend(RecommendationRequest request) {
        List<Placement> asked = placements(request);
        Instant now = clock.instant();
        return history(request, now).map(known -> answer(request, asked, known, now));
    }

    private List<Placement> placements(RecommendationRequest request) {
        List<Placement> found = new ArrayList<>();
        List<FieldError> unknown = new ArrayList<>();
        for (int i = 0; i < request.placements().size(); i++) {
            String id = request.placements().get(i);
            Placement placement = placements.find(id);
            if (placement == null) {
                unknown.add(new FieldError("/placements/" + i, "There is no placement '" + id + "'."));
            } else {
                found.add(placement);
            }
        }
        if (!unknown.isEmpty()) {
            throw Problem.of(
                    RecommendationProblem.UNKNOWN_PLACEMENT, unknown.get(0).detail(), unknown);
        }
        return found;
    }

    private Uni<Known> history(RecommendationRequest request, Instant now) {
        if (request.person() == null) {
            return Uni.createFrom().item(new Known(History.NONE, List.of()));
        }
        return histories
                .read(request.person(), now)
                .map(history -> new Known(history, List.of()))
                .ifNoItem()
                .after(config.historyDeadline())
                .fail()
                .onFailure()
                .recoverWithItem(fault -> {
                    LOG.debugf("Without history: %s", fault.toString());
                    return new Known(History.NONE, List.of("history"));
                });
    }

    private AnswerView answer(RecommendationRequest request, List<Placement> asked, Known known, Instant now) {
        Serving serving = model.serving();
        Occasion occasion = new Occasion(
                request,
                known.history(),
                Trail.of(request, known.history()),
                serving,
                model.orders(serving),
                catalog,
                shelves.shelves(),
                now);
        String name = model.name();
        Map<String, PlacementView> answers = new LinkedHashMap<>();
        for (Placement placement : asked) {
            long began = System.nanoTime();
            PlacementView view =
                    new PlacementView(answering.answer(placement, occasion), name, DecisionId.at(now.toEpochMilli()));
            answers.put(placement.id(), view);
            timer(placement.id()).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
        return new AnswerView(answers, known.degraded());
    }

    private Timer timer(String placement) {
        return metrics.timer("rapport.recommendation.answer", "placement", placement);
    }
}
