package io.rapport.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunksTest {
    @Test
    void whatIsWrittenInAnyPiecesIsReadAgain() throws IOException {
        // Given
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] bytes = new byte[3 * ChunkOutput.CHUNK + random.nextInt(1_000)];
        random.nextBytes(bytes);
        List<byte[]> chunks = new ArrayList<>();

        // When
        ChunkOutput out = new ChunkOutput((chunk, part) -> {
            assertThat(part).isEqualTo(chunks.size());
            chunks.add(chunk);
        });
        out.write(bytes[0]);
        for (int at = 1; at < bytes.length; ) {
            int length = Math.min(bytes.length - at, random.nextInt(2 * ChunkOutput.CHUNK));
            out.write(bytes, at, length);
            at += length;
        }
        out.close();

        // Then
        assertThat(out.written()).isEqualTo(bytes.length);
        ChunkInput in = new ChunkInput(part -> part < chunks.size() ? chunks.get(part) : null);
        assertThat(in.read()).isEqualTo(bytes[0] & 0xFF);
        byte[] rest = in.readAllBytes();
        assertThat(rest).as("seed %d", seed).hasSize(bytes.length - 1);
        assertThat(rest[rest.length - 1]).isEqualTo(bytes[bytes.length - 1]);
        assertThat(Arrays.mismatch(bytes, 1, bytes.length, rest, 0, rest.length))
                .isEqualTo(-1);
        assertThat(in.read()).isEqualTo(-1);
    }
}
