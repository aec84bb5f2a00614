package io.rapport.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemTableTest {

    @Test
    void aNameKeepsItsNumber() {
        // Given
        ItemTable items = new ItemTable();
        // When
        int lamp = items.intern("lamp");
        int desk = items.intern("desk");
        // Then
        assertThat(items.intern("lamp")).isEqualTo(lamp);
        assertThat(items.find("desk")).isEqualTo(desk);
        assertThat(items.name(lamp)).isEqualTo("lamp");
        assertThat(items.find("rug")).isEqualTo(ItemTable.UNKNOWN);
        assertThat(items.size()).isEqualTo(2);
        assertThatThrownBy(() -> items.name(2)).hasMessageContaining("2");
        assertThatThrownBy(() -> items.name(ItemTable.UNKNOWN)).hasMessageContaining("-1");
    }

    @Test
    void manyThreadsAgree() {
        // Given
        ItemTable items = new ItemTable();
        // When
        int[] numbers = IntStream.range(0, 20_000)
                .parallel()
                .map(i -> items.intern("item" + i % 1000))
                .toArray();
        // Then
        assertThat(items.size()).isEqualTo(1000);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(items.name(numbers[i])).isEqualTo("item" + i % 1000);
        }
    }
}
