package io.rapport.recommendation.model;

import io.rapport.recommendation.config.RecommendationConfig;
import io.rapport.recommendation.session.NextOrder;
import io.rapport.recommendation.session.Serving;
import io.rapport.recommendation.session.SessionModel;
import io.rapport.recommendation.session.SessionParameters;
import io.rapport.recommendation.session.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The model that this pod serves, and the live sessions beside it. */
@ApplicationScoped
public class LiveModel {
    private final SessionModel sessions;
    private volatile @Nullable ModelRow served;
    private volatile Orders orders;

    /** What comes next by orders, made of one snapshot. */
    private record Orders(Snapshot snapshot, NextOrder next) {
        static Orders of(Snapshot snapshot) {
            return new Orders(
                    snapshot, new NextOrder(snapshot.boughtTogether(), snapshot.popularity(), NextOrder.Mix.tuned()));
        }
    }

    LiveModel(RecommendationConfig config) {
        Snapshot nothing = Snapshot.empty(SessionParameters.tuned());
        this.sessions =
                new SessionModel(nothing, config.sessionGap(), config.longestSession(), config.mostLiveSessions());
        this.orders = Orders.of(nothing);
    }

    /** What one request answers from: to be taken once a request. */
    public Serving serving() {
        return sessions.serving();
    }

    /** The same snapshot's word on next orders; made anew when the snapshot is another one, whatever it holds. */
    @SuppressWarnings("ReferenceEquality")
    public NextOrder orders(Serving serving) {
        Orders known = orders;
        if (known.snapshot() != serving.snapshot()) {
            known = Orders.of(serving.snapshot());
            orders = known;
        }
        return known.next();
    }

    /** The version that is served; 0 before the first model. */
    public long version() {
        ModelRow row = served;
        return row == null ? 0 : row.version();
    }

    /** Its name and version, {@code behaviour:12}. */
    public String name() {
        return ModelTrainer.NAME + ":" + version();
    }

    @Nullable
    ModelRow served() {
        return served;
    }

    /** Serves this model from now on, unless a later one is served. */
    synchronized void swap(Snapshot snapshot, ModelRow row) {
        if (row.version() > version()) {
            sessions.swap(snapshot);
            served = row;
        }
    }

    SessionModel sessions() {
        return sessions;
    }
}
