package io.rapport.recommendation.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.testing.Eventually;
import io.rapport.recommendation.testing.Rows;
import io.rapport.recommendation.testing.Visitors;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InteractionRetentionTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Visitors visitors;

    @Inject
    Rows rows;

    @Inject
    Pool pool;

    @Inject
    InteractionRetention retention;

    @Test
    void interactionsGoTwoYearsAfterTheNewest() {
        // Given
        UUID visitor = visitors.consenting();
        visitors.viewsAt(visitor, "ir-gone", visitors.now().minus(Duration.ofDays(731)));
        visitors.viewsAt(visitor, "ir-kept", visitors.now().minus(Duration.ofDays(729)));
        visitors.views(visitor, "ir-now");
        Eventually.within(SOON, () -> rows.interactions(visitor) == 3);

        // When
        int swept = retention.sweep(pool).await().atMost(SOON);

        // Then
        assertThat(swept).isPositive();
        assertThat(rows.products(visitor)).containsExactly("ir-kept", "ir-now");
    }
}
