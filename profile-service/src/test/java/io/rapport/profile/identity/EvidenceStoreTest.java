package io.rapport.profile.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.profile.testing.ServiceTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is only touched by an operator's word is no part of it. */
@QuarkusTest
class EvidenceStoreTest extends ServiceTest {
    private static final Moment NOON = new Moment(Instant.parse("2026-03-01T12:00:00Z"), "operator");

    @Inject
    EvidenceStore store;

    private final String own = UUID.randomUUID().toString();
    private final Identifier kept = new Identifier(IdentifierType.USER_ID, "kept-" + own);
    private final Identifier joined = new Identifier(IdentifierType.ANONYMOUS_ID, "joined-" + own);
    private final Identifier touched = new Identifier(IdentifierType.USER_ID, "touched-" + own);
    private final MustLink word = MustLink.of(kept, joined, NOON);

    @BeforeEach
    void write() {
        store.insert(pool, List.of(word))
                .chain(() -> store.touch(pool, Map.of(word.id(), Set.of(touched))))
                .await()
                .atMost(SOON);
    }

    private Map<Identifier, Moment> latest() {
        return store.latest(pool, List.of(), List.of(touched)).await().atMost(SOON);
    }

    private List<Evidence> component(Identifier from) {
        return store.component(pool, List.of(from), 100).await().atMost(SOON);
    }

    @Test
    void whatIsTouchedIsKnownToBeLateBeforeIt() {
        assertThat(latest()).containsExactly(Map.entry(touched, NOON));
    }

    @Test
    void whatIsTouchedTwiceIsKeptOnce() {
        store.touch(pool, Map.of(word.id(), Set.of(touched, joined))).await().atMost(SOON);

        assertThat(count("select count(*) from identity_evidence_name where evidence_id = $1", word.id()))
                .isEqualTo(3);
    }

    @Test
    void whatIsTouchedIsNotTied() {
        assertThat(component(touched)).isEmpty();
        assertThat(component(kept)).containsExactly(word);
    }

    @Test
    void toPartWhatIsTouchedTakesNothingBack() {
        store.withdraw(pool, List.of(kept), List.of(touched)).await().atMost(SOON);

        assertThat(component(kept)).containsExactly(word);
    }

    @Test
    void toEraseWhoIsTouchedLeavesTheWordOnOthersAndNothingOfThem() {
        store.erase(pool, List.of(touched)).await().atMost(SOON);

        assertThat(component(kept)).containsExactly(word);
        assertThat(latest()).isEmpty();
    }

    @Test
    void toEraseWhoIsNamedLeavesNothing() {
        store.erase(pool, List.of(kept)).await().atMost(SOON);

        assertThat(component(joined)).isEmpty();
        assertThat(count("select count(*) from identity_evidence_name where evidence_id = $1", word.id()))
                .isZero();
    }
}
