package io.rapport.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionsTest {

    @Test
    void onlyTheNewestAreKeptInWhateverOrderTheyCome() {
        // Given
        Sessions.Builder builder = Sessions.builder(10, 4);
        List<Integer> ends = new ArrayList<>(IntStream.range(0, 100).boxed().toList());
        Collections.shuffle(ends, new Random(7));

        // When
        ends.forEach(end -> builder.add(new int[] {end, 1000 + end}, end));

        // Then
        Sessions kept = builder.build();
        assertThat(kept.count()).isEqualTo(4);
        for (int session = 0; session < 4; session++) {
            assertThat(kept.endedAt(session)).isEqualTo(96 + session);
            assertThat(kept.items(session)).containsExactly(96 + session, 1096 + session);
        }
    }

    @Test
    void theOneThatEndedFirstComesFirstAndEqualsStayInOrder() {
        // When
        Sessions sessions = Sessions.builder(10)
                .add(new int[] {3}, 30)
                .add(new int[] {1, 2}, 10)
                .add(new int[] {4}, 30)
                .add(new int[] {0}, -5)
                .build();
        // Then
        assertThat(sessions.count()).isEqualTo(4);
        assertThat(sessions.items(0)).containsExactly(0);
        assertThat(sessions.items(1)).containsExactly(1, 2);
        assertThat(sessions.items(2)).containsExactly(3);
        assertThat(sessions.items(3)).containsExactly(4);
        assertThat(sessions.newest()).isEqualTo(30);
        assertThat(sessions.itemBound()).isEqualTo(5);
    }

    @Test
    void anOverlongSessionIsCut() {
        // When
        Sessions sessions =
                Sessions.builder(2).add(new int[] {1, 2, 3, 4, 5}, 7).build();
        // Then
        assertThat(sessions.count()).isEqualTo(3);
        assertThat(sessions.items(2)).containsExactly(5);
        assertThat(sessions.endedAt(2)).isEqualTo(7);
    }

    @Test
    void aRangeIsCutOut() {
        // Given
        Sessions sessions = Histories.inOrder(new int[] {0}, new int[] {1, 2}, new int[] {3, 4, 5});
        // When
        Sessions range = sessions.range(1, 3);
        // Then
        assertThat(range.count()).isEqualTo(2);
        assertThat(range.items(0)).containsExactly(1, 2);
        assertThat(range.items(1)).containsExactly(3, 4, 5);
        assertThat(range.endedAt(1)).isEqualTo(2);
    }
}
