package io.rapport.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final int ITEMS = 80;
    private static final long SEED = 21;

    private Random random;
    private Snapshot snapshot;
    private byte[] bytes;

    @BeforeEach
    void aModelOfRandomSessions() throws IOException {
        System.out.println("seed " + SEED);
        random = new Random(SEED);
        Sessions sessions = Histories.inOrder(Histories.random(random, 5000, ITEMS));
        snapshot = new Snapshot(
                table(),
                SessionIndex.build(sessions, SessionParameters.tuned(), 6000),
                ItemCosine.build(sessions, CosineParameters.plain()),
                ItemCosine.build(sessions.range(0, 500), CosineParameters.tuned()),
                popularity(sessions));
        bytes = bytes(snapshot);
    }

    @Test
    void whatIsReadAnswersAsWhatWasWritten() throws IOException {
        // When
        Snapshot read = Snapshot.read(new ByteArrayInputStream(bytes));
        // Then
        assertThat(read.items().name(7)).isEqualTo("Säule-7");
        assertThat(read.items().find("Säule-79")).isEqualTo(79);
        assertThat(read.sessions().parameters()).isEqualTo(SessionParameters.tuned());
        assertThat(read.sessions().foldedThrough()).isEqualTo(6000);
        for (int i = 0; i < 50; i++) {
            SessionQuery query = SessionQuery.of(Histories.session(random, ITEMS), 20);
            assertThat(read.sessions().recommend(query))
                    .isEqualTo(snapshot.sessions().recommend(query));
        }
        for (int item = 0; item < ITEMS; item++) {
            assertThat(related(read.seenTogether(), item)).isEqualTo(related(snapshot.seenTogether(), item));
            assertThat(related(read.boughtTogether(), item)).isEqualTo(related(snapshot.boughtTogether(), item));
        }
        assertThat(read.popularity().top(ITEMS, any -> true))
                .isEqualTo(snapshot.popularity().top(ITEMS, any -> true));
    }

    @Test
    void everyKindOfParameterIsReadBack() throws IOException {
        // Given
        Snapshot published = Snapshot.empty(SessionParameters.published(500, 100, 9));
        // When
        Snapshot read = Snapshot.read(new ByteArrayInputStream(bytes(published)));
        // Then
        assertThat(read.sessions().parameters()).isEqualTo(SessionParameters.published(500, 100, 9));
    }

    @Test
    void itIsCompact() {
        int clicks = snapshot.sessions().log.clicks();
        int pairs = snapshot.seenTogether().related.items.length + snapshot.boughtTogether().related.items.length;
        assertThat(bytes.length).isLessThan(3 * clicks + 9 * 5000 + 8 * pairs + 30 * ITEMS);
    }

    @Test
    void aWrongByteAnywhereIsFound() {
        for (int i = 0; i < 500; i++) {
            // Given
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            // Then
            assertCorrupt(damaged);
        }
    }

    @Test
    void aMissingTailIsFound() {
        for (int i = 0; i < 200; i++) {
            assertCorrupt(Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        }
        assertCorrupt(Arrays.copyOf(bytes, bytes.length - 1));
    }

    @Test
    void twoBlocksInEachOthersPlaceAreFound() {
        // Given: every block but the last has the same size
        int block = 4 + BlockOutput.BLOCK + 4;
        assertThat(bytes.length).isGreaterThan(2 * block);
        byte[] swapped = bytes.clone();
        System.arraycopy(bytes, 0, swapped, block, block);
        System.arraycopy(bytes, block, swapped, 0, block);
        // Then
        assertCorrupt(swapped);
    }

    @Test
    void anotherVersionIsRefusedByName() throws IOException {
        // Given
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BlockOutput blocks = new BlockOutput(out);
                java.io.DataOutputStream header = new java.io.DataOutputStream(blocks)) {
            header.writeLong(SnapshotWriter.MAGIC);
            header.writeInt(99);
        }
        // Then
        assertThatThrownBy(() -> Snapshot.read(new ByteArrayInputStream(out.toByteArray())))
                .isInstanceOf(CorruptSnapshotException.class)
                .hasMessageContaining("version 99");
    }

    private static void assertCorrupt(byte[] damaged) {
        assertThatThrownBy(() -> Snapshot.read(new ByteArrayInputStream(damaged)))
                .isInstanceOf(CorruptSnapshotException.class);
    }

    private static byte[] bytes(Snapshot snapshot) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        snapshot.write(out);
        return out.toByteArray();
    }

    private static List<ScoredItem> related(ItemCosine cosine, int item) {
        return cosine.related(item, 20, any -> true);
    }

    private static ItemTable table() {
        ItemTable items = new ItemTable();
        for (int item = 0; item < ITEMS; item++) {
            items.intern("Säule-" + item);
        }
        return items;
    }

    private static Popularity popularity(Sessions sessions) {
        Popularity.Builder builder = Popularity.builder(Duration.ofMillis(500));
        for (int session = 0; session < sessions.count(); session++) {
            for (int item : sessions.items(session)) {
                builder.add(item, sessions.endedAt(session));
            }
        }
        return builder.build();
    }
}
