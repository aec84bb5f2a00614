package io.rapport.recommendation.serving;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.recommendation.catalog.LiveCatalog;
import io.rapport.recommendation.model.LiveModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Arranges the shelves anew when the catalog or the model has changed, and spends a tenth of a thread on it at most. */
@ApplicationScoped
class ShelfKeeper {
    private static final Logger LOG = Logger.getLogger(ShelfKeeper.class);
    private static final long PERIOD_MILLIS = 250;
    private static final int REST = 10;

    private final LiveCatalog catalog;
    private final LiveModel model;
    private final ScheduledExecutorService thread;
    private volatile @Nullable ScheduledFuture<?> looking;
    private volatile Shelves shelves = Shelves.EMPTY;
    private long arrangedChanges;
    private long arrangedVersion;
    private long notBefore = System.nanoTime();

    ShelfKeeper(LiveCatalog catalog, LiveModel model) {
        this.catalog = catalog;
        this.model = model;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread keeper = new Thread(work, "shelf-keeper");
            keeper.setDaemon(true);
            return keeper;
        });
    }

    void start(@Observes StartupEvent event) {
        looking = thread.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        if (looking != null) {
            looking.cancel(true);
        }
        thread.shutdownNow();
    }

    Shelves shelves() {
        return shelves;
    }

    private void look() {
        long changes = catalog.changes();
        long version = model.version();
        boolean right = changes == arrangedChanges && version == arrangedVersion;
        if (right || System.nanoTime() < notBefore) {
            return;
        }
        try {
            long began = System.nanoTime();
            shelves = Shelves.of(catalog.all(), model.serving().snapshot());
            arrangedChanges = changes;
            arrangedVersion = version;
            notBefore = System.nanoTime() + REST * (System.nanoTime() - began);
        } catch (RuntimeException e) {
            LOG.error("The shelves stay as they are", e);
        }
    }
}
