package io.rapport.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.recommendation.interaction.InteractionKind;
import io.rapport.recommendation.session.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LessonsTest {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final Lessons lessons = new Lessons(Duration.ofMinutes(30), 50, 1_000_000, Duration.ofDays(14));
    private final UUID anna = new UUID(0, 1);
    private final UUID bert = new UUID(0, 2);

    @Test
    void pauseEndsASessionAndSoDoesTheNextVisitor() {
        // When
        view(anna, "a", 0);
        view(anna, "b", 29 * MINUTE);
        view(anna, "c", 60 * MINUTE);
        view(anna, "d", 61 * MINUTE);
        view(bert, "e", 61 * MINUTE);
        view(bert, "f", 62 * MINUTE);
        lessons.end();

        // Then
        assertThat(sessions(lessons.sessions())).containsExactly("a b", "c d", "e f");
        assertThat(lessons.newest()).isEqualTo(62 * MINUTE);
        assertThat(lessons.interactions()).isEqualTo(6);
    }

    @Test
    void samePageTwiceIsOneStepAndASingleProductNoSession() {
        view(anna, "a", 0);
        view(anna, "a", MINUTE);
        view(bert, "b", 0);
        view(bert, "b", MINUTE);
        view(bert, "c", 2 * MINUTE);
        view(bert, "b", 3 * MINUTE);
        lessons.end();
        assertThat(sessions(lessons.sessions())).containsExactly("b c b");
        assertThat(lessons.items().size()).isEqualTo(3);
        assertThat(lessons.popularity().times(lessons.items().find("a"))).isEqualTo(2);
    }

    @Test
    void ordersAreSessionsAmongTheOrdersEachByItself() {
        // When
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        view(anna, "a", 0);
        buy(anna, first, "b", MINUTE);
        buy(anna, first, "c", MINUTE);
        buy(anna, second, "d", 2 * MINUTE);
        buy(anna, second, "e", 2 * MINUTE);
        buy(bert, UUID.randomUUID(), "f", 2 * MINUTE);
        lessons.end();

        // Then
        assertThat(sessions(lessons.orders())).containsExactly("b c", "d e");
        assertThat(lessons.orderCount()).isEqualTo(2);
        assertThat(sessions(lessons.sessions())).containsExactly("a b c d e");
    }

    private void view(UUID who, String product, long at) {
        lessons.take(who, UUID.randomUUID(), InteractionKind.VIEW, product, at);
    }

    private void buy(UUID who, UUID event, String product, long at) {
        lessons.take(who, event, InteractionKind.PURCHASE, product, at);
    }

    private List<String> sessions(Sessions sessions) {
        return IntStream.range(0, sessions.count())
                .mapToObj(session -> String.join(
                        " ",
                        IntStream.of(sessions.items(session))
                                .mapToObj(lessons.items()::name)
                                .toList()))
                .sorted()
                .toList();
    }
}
