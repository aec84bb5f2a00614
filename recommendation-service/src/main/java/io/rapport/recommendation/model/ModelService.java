package io.rapport.recommendation.model;

import io.rapport.platform.problem.Problem;
import io.rapport.recommendation.model.ModelView.BuildView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What operators may know of models and ask of them. */
@ApplicationScoped
class ModelService {
    private static final int BUILDS = 10;

    private final ModelStore store;
    private final ModelKeeper keeper;
    private final LiveModel live;

    ModelService(ModelStore store, ModelKeeper keeper, LiveModel live) {
        this.store = store;
        this.keeper = keeper;
        this.live = live;
    }

    Uni<ModelView> find(String name) {
        if (!name.equals(ModelTrainer.NAME)) {
            throw Problem.notFound("model", name);
        }
        return Uni.combine()
                .all()
                .unis(store.latest(name, BUILDS), store.newestReady(name))
                .asTuple()
                .map(found -> view(found.getItem1(), found.getItem2()));
    }

    Uni<ModelView> retrain(String name) {
        return find(name).invoke(keeper::retrain).chain(() -> find(name));
    }

    private ModelView view(List<ModelRow> builds, @Nullable ModelRow ready) {
        Stage stage = stage(builds);
        return new ModelView(
                ModelTrainer.NAME,
                stage.state(),
                stage.progress(),
                ready == null ? 0 : ready.version(),
                live.version(),
                ready == null ? null : ready.finishedAt(),
                ready == null ? null : ready.report(),
                ready == null ? 0 : ready.bytes(),
                ready == null ? null : ready.sha256(),
                live.serving().liveSessions(),
                builds.stream().map(ModelService::build).toList());
    }

    private record Stage(String state, double progress) {}

    private Stage stage(List<ModelRow> builds) {
        ModelRow latest = builds.isEmpty() ? null : builds.get(0);
        if (latest != null && latest.state() == ModelRow.State.BUILDING) {
            return new Stage(wire(latest), latest.progress());
        }
        if (keeper.asked() || latest == null) {
            return new Stage(keeper.asked() ? "queued" : "none", 0);
        }
        return builds.stream()
                .map(ModelRow::fitting)
                .filter(Objects::nonNull)
                .findFirst()
                .map(progress -> new Stage("fitting", progress))
                .orElseGet(() -> new Stage(wire(latest), latest.progress()));
    }

    private static BuildView build(ModelRow row) {
        return new BuildView(row.version(), wire(row), row.progress(), row.startedAt(), row.finishedAt(), row.detail());
    }

    private static String wire(ModelRow row) {
        return row.state().name().toLowerCase(Locale.ROOT);
    }
}
