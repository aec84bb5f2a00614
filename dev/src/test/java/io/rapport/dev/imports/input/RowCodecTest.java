package io.rapport.dev.imports.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.rapport.dev.imports.value.Values;
import org.junit.jupiter.api.Test;

class RowCodecTest {
    private final RowCodec codec = new RowCodec();

    @Test
    void aRowOfTextComesBackAsItWas() {
        // Given
        Row row = Values.rows("{format: csv}", "a,b\nGrüße,\"" + "x".repeat(700) + "\"\n,2\n")
                .get(0);

        // When
        Row back = codec.read(codec.write(row));

        // Then
        assertThat(back.place()).isEqualTo(row.place());
        assertThat(back.cells().shown()).isEqualTo(row.cells().shown());
    }

    @Test
    void anItemOfARowOfJsonComesBackAsItWas() {
        // Given
        Row whole = Values.row("{\"a\":[1,2.50],\"b\":null}");
        Row row = new Row(whole.place(), 300, whole.cells(), TextNode.valueOf("item"), 129);

        // When, Then
        assertThat(codec.read(codec.write(row))).isEqualTo(row);
    }
}
