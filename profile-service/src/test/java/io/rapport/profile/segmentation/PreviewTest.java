package io.rapport.profile.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.profile.condition.Json;
import io.rapport.profile.condition.read.ConditionReader;
import io.rapport.profile.segment.Segment;
import io.rapport.profile.segment.SegmentBook;
import io.rapport.profile.segment.SegmentBooks;
import io.rapport.profile.segment.SegmentKind;
import io.rapport.profile.segmentation.SegmentView.PreviewView;
import io.rapport.profile.testing.ServiceTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a preview says of 400 people by looking at some of them. */
@QuarkusTest
class PreviewTest extends ServiceTest {
    private static final int PEOPLE = 400;
    private static final int TRIED = -1;
    private static final String EVERYBODY = "{'not':{'trait':'nobodyHasIt','op':'eq','value':'x'}}";
    private static final String NOBODY = "{'trait':'nobodyHasIt','op':'eq','value':'x'}";

    @Inject
    Preview preview;

    @Inject
    SegmentBooks books;

    private final String own = UUID.randomUUID().toString();

    @BeforeEach
    void people() {
        query(
                "insert into profile (id, created_at, first_seen_at, last_seen_at, traits) select gen_random_uuid(), now(), "
                        + "now(), now(), jsonb_build_object('plan', $1::text) from generate_series(1, $2)",
                own,
                PEOPLE);
    }

    private PreviewView preview(String condition, long looked) {
        SegmentBook book = pool.withTransaction(books::hold).await().atMost(SOON);
        Segment segment = new Segment(
                TRIED,
                "tried",
                "tried",
                null,
                false,
                SegmentKind.CONDITION,
                Json.of(condition),
                ConditionReader.read(Json.of(condition), "/condition").orThrow(),
                book.generation() + 1,
                null);
        return preview.of(book.with(segment), TRIED, looked).await().atMost(SOON);
    }

    private long all() {
        return count("select count(*) from profile where merged_into is null and erased_at is null");
    }

    @Test
    void everybodyIsCountedWhereTheyAreFew() {
        PreviewView seen = preview("{'trait':'plan','op':'eq','value':'" + own + "'}", all());

        assertThat(seen.count()).isEqualTo(PEOPLE);
        assertThat(seen.sample()).hasSize(20);
        assertThat(seen.exact()).isTrue();
    }

    @Test
    void whatHoldsForAllOrNobodyIsSoOfThoseDrawnToo() {
        PreviewView everybody = preview(EVERYBODY, 100);
        PreviewView nobody = preview(NOBODY, 100);

        assertThat(everybody).isEqualTo(new PreviewView(all(), everybody.sample(), false));
        assertThat(nobody.count()).isZero();
    }

    @Test
    void thoseDrawnStandForTheOthers() {
        PreviewView seen = preview("{'trait':'plan','op':'eq','value':'" + own + "'}", all() / 2);

        assertThat(seen.exact()).isFalse();
        // Seven standard deviations.
        assertThat(seen.count()).isBetween(PEOPLE - 140L, PEOPLE + 140L);
    }
}
