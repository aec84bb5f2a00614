package io.rapport.dev.imports.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.value.Values;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupingTest {
    @TempDir
    private Path folder;

    private final List<String> groups = new ArrayList<>();
    private final List<Long> strays = new ArrayList<>();

    private static List<Row> rows(String... keys) {
        StringBuilder csv = new StringBuilder("key,n\n");
        for (int i = 0; i < keys.length; i++) {
            csv.append(keys[i]).append(',').append(i).append('\n');
        }
        return Values.rows("{format: csv}", csv.toString());
    }

    private static String key(Row row) {
        return row.cells().shown().get("key").textValue();
    }

    private boolean note(Group group) {
        StringBuilder text = new StringBuilder(key(group.first())).append(':');
        group.rows().forEach(row -> text.append(row.cells().shown().get("n").textValue()));
        groups.add(text.toString());
        return true;
    }

    private void run(Grouping grouping, List<Row> rows) {
        rows.forEach(grouping::accept);
        grouping.finish();
    }

    @Test
    void rowsThatStandTogetherAreOneGroupAndAStrayIsTold() {
        // When
        run(
                new Together(
                        GroupingTest::key,
                        this::note,
                        row -> strays.add(row.place().line())),
                rows("a", "a", "b", "a", "c"));

        // Then
        assertThat(groups).containsExactly("a:01", "b:2", "c:4");
        assertThat(strays).containsExactly(5L);
    }

    @Test
    void rowsThatStandAnywhereAreOneGroupInTheOrderInWhichTheyWereRead() {
        // When
        run(
                new Anywhere(GroupingTest::key, this::note, new SpillingSort(folder, "s", 1 << 20)),
                rows("b", "a", "b", "c", "a"));

        // Then
        assertThat(groups).containsExactly("a:14", "b:02", "c:3");
    }

    @Test
    void whatDoesNotFitIntoMemoryIsSortedOnDiskAllTheSame() throws IOException {
        // Given
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        SpillingSort sort = new SpillingSort(folder, "s", 2_000);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            String key = String.valueOf(random.nextInt(700));
            expected.add(key + "/" + String.format("%05d", i));
            sort.add(
                    key.getBytes(StandardCharsets.UTF_8),
                    String.format("%05d", i).getBytes(StandardCharsets.UTF_8));
        }
        expected.sort((one, other) -> {
            int keys = one.split("/", -1)[0].compareTo(other.split("/", -1)[0]);
            return keys != 0 ? keys : one.split("/", -1)[1].compareTo(other.split("/", -1)[1]);
        });

        // When
        List<String> sorted = new ArrayList<>();
        Iterator<Entry> entries = sort.sorted();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.count()).isBetween(1L, 32L);
        }
        entries.forEachRemaining(entry -> sorted.add(new String(entry.key(), StandardCharsets.UTF_8) + "/"
                + new String(entry.payload(), StandardCharsets.UTF_8)));

        // Then
        assertThat(sorted).isEqualTo(expected);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("runs that were read to their end are gone").isEmpty();
        }
    }

    @Test
    void timesBefore1970AndWithinASecondAreInOrderToo() {
        // Given
        TimeOrder order = new TimeOrder(new SpillingSort(folder, "t", 1 << 20));
        List<String> times = List.of(
                "2020-01-01T00:00:00.5Z", "1969-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "2020-01-01T00:00:00.25Z");
        times.forEach(time -> order.add(Instant.parse(time), time.getBytes(StandardCharsets.UTF_8)));

        // When
        List<String> read = new ArrayList<>();
        order.read(bytes -> read.add(new String(bytes, StandardCharsets.UTF_8)));

        // Then
        assertThat(read)
                .containsExactly(
                        "0001-01-01T00:00:00Z",
                        "1969-12-31T23:59:59Z",
                        "2020-01-01T00:00:00.25Z",
                        "2020-01-01T00:00:00.5Z");
    }

    @Test
    void aGroupKeepsABoundedNumberOfRowsAndSaysSo() {
        // Given
        Gathering gathering = new Gathering();
        Row row = rows("a").get(0);

        // When
        for (int i = 0; i <= Group.MOST_ROWS; i++) {
            gathering.add(row);
        }

        // Then
        assertThat(gathering.group().rows()).hasSize(Group.MOST_ROWS);
        assertThat(gathering.group().complete()).isFalse();
    }
}
