package io.rapport.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingBudgetTest {
    @Test
    void whatDoesNotFitTakesNothing() {
        // Given
        ReadingBudget budget = new ReadingBudget(10);
        assertThat(budget.take(8)).isTrue();
        // When, Then
        assertThat(budget.take(3)).isFalse();
        assertThat(budget.used()).isEqualTo(8);
        budget.giveBack(8);
        assertThat(budget.take(10)).isTrue();
    }
}
