package io.rapport.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.recommendation.session.Evidence;
import io.rapport.recommendation.session.ScoredItem;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracySectionTest {
    private static final String FORMER = """
            `run` took 9 s on 2026-01-01.

            HR@20 in per cent:

            | set | popularity, all of time | decayed |
            | --- | ---: | ---: |
            | clicks | 1.00 | **2.00** |
            | shop | 3.00 | **4.00** |

            ### clicks

            About clicks.

            | model | HR@20 % |
            | --- | ---: |
            | item-kNN | 2.00 |

            ### shop

            Old words about the shop.
            """;

    @Test
    void onlyWhatWasMeasuredAgainIsReplaced() {
        // Given
        AccuracySection section = AccuracySection.of(FORMER);
        // When
        section.put("`run --set shop` took 1 s.", List.of(shop()));
        // Then
        assertThat(section.markdown())
                .contains("`run` took 9 s on 2026-01-01.\n\n`run --set shop` took 1 s.\n")
                .contains("| clicks | 1.00 | **2.00** | | | | | | | | |\n| shop | 50.00 |")
                .contains(
                        "### clicks\n\nAbout clicks.\n\n| model | HR@20 % |\n| --- | ---: |\n| item-kNN | 2.00 |\n\n### shop")
                .contains("New words about the shop.")
                .doesNotContain("Old words");
    }

    @Test
    void itsOwnTablesAreReadAsTheyWereWritten() {
        // Given
        AccuracySection section = AccuracySection.of(FORMER);
        section.put("`run --set shop` took 1 s.", List.of(shop()));
        // When
        String again = AccuracySection.of(section.markdown()).markdown();
        // Then
        assertThat(again).isEqualTo(section.markdown());
    }

    private static SetResult shop() {
        List<Row> rows = List.of(
                new Row(Kind.POPULARITY_EVER, "", half(), "", 1),
                new Row(Kind.POPULARITY_DECAYED, "", half(), "", 1),
                new Row(Kind.OURS, "", half(), "", 1));
        return new SetResult("shop", "New words about the shop.", true, rows, List.of());
    }

    private static Figures half() {
        NextClicks questions = new NextClicks();
        questions.add(new int[] {1}, 7);
        questions.add(new int[] {1}, 8);
        return Figures.of((clicks, limit) -> List.of(new ScoredItem(7, 1, new Evidence.FromPopularity(1))), questions);
    }
}
