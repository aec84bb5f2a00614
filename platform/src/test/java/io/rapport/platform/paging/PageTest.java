package io.rapport.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.platform.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    /** What a store does: the rows after a position, one more than asked for. */
    private static List<String> rows(List<String> all, PageRequest request) {
        return all.stream()
                .filter(row -> request.after() == null || row.compareTo(request.after()) > 0)
                .limit(request.limit() + 1L)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 6, 7})
    void goingOnByTheCursorSeesEveryRowOnceAndEnds(int size) {
        List<String> all = IntStream.range(0, size).mapToObj(n -> "ключ " + n).toList();
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            PageRequest request = PageRequest.of(3, cursor);
            Page<String> page = Page.of(rows(all, request), request, row -> row);
            seen.addAll(page.items());
            cursor = page.cursor();
        } while (cursor != null);
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void withoutALimitTheDefaultHolds() {
        assertThat(PageRequest.of(null, null)).isEqualTo(new PageRequest(PageRequest.DEFAULT_LIMIT, null));
        assertThat(PageRequest.of(null, "").after()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, PageRequest.MOST + 1, Integer.MAX_VALUE})
    void aLimitOutOfBoundsIsRefused(int limit) {
        assertThatThrownBy(() -> PageRequest.of(limit, null)).isInstanceOf(Problem.class);
    }

    /** Not base64; base64 of bytes that are no UTF-8; base64 of a NUL, which PostgreSQL would choke on. */
    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "_w", "AA"})
    void aCursorThatWeNeverGaveOutIsRefused(String cursor) {
        assertThatThrownBy(() -> PageRequest.of(10, cursor)).isInstanceOf(Problem.class);
    }
}
