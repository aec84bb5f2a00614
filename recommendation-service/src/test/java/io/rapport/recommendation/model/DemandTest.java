package io.rapport.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DemandTest {
    private final Demand demand = new Demand();

    @Test
    void buildThatBeganMeetsTheDemand() {
        demand.ask();
        demand.meet(() -> true);
        assertThat(demand.isOpen()).isFalse();
    }

    @Test
    void whoAsksDuringABuildIsNotForgotten() {
        // Given
        demand.ask();

        // When
        demand.meet(() -> {
            demand.ask();
            return true;
        });

        // Then
        assertThat(demand.isOpen()).isTrue();
    }

    @Test
    void whoAsksDuringABuildThatNobodyAskedForIsNotForgotten() {
        demand.meet(() -> {
            demand.ask();
            return true;
        });
        assertThat(demand.isOpen()).isTrue();
    }

    @Test
    void demandStaysWhereAnotherPodBuildsOrTheDatabaseIsAway() {
        demand.ask();
        demand.meet(() -> false);
        assertThat(demand.isOpen()).isTrue();
        assertThatThrownBy(() -> demand.meet(() -> {
                    throw new IllegalStateException("away");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(demand.isOpen()).isTrue();
    }

    @Test
    void nothingIsAskedForByABuildThatCouldNotBegin() {
        demand.meet(() -> false);
        assertThat(demand.isOpen()).isFalse();
    }
}
