package io.rapport.dev.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledImportTest {
    private static final int ORDERS = 3_000;
    private static final int BATCH = 20;
    private static final String MAPPING = """
            kind: orders
            source: shop
            input: {format: csv}
            order: {id: "{no}", userId: "{user}", time: "{at}", currency: EUR}
            lines: {productId: "{item}", price: "{price}"}
            """;

    @TempDir
    private Path folder;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    /** Orders of two lines each that stand apart; every hundredth has a bad line. */
    private String orders() {
        StringBuilder text = new StringBuilder("no,user,at,item,price\n");
        for (int line = 0; line < 2; line++) {
            for (int no = 0; no < ORDERS; no++) {
                text.append(no)
                        .append(",u")
                        .append(no % 97)
                        .append(String.format(",2020-01-01T%02d:%02d:%02dZ,p", no / 3600, no / 60 % 60, no % 60))
                        .append(line)
                        .append(no % 100 == 7 && line == 1 ? ",free\n" : ",2.50\n");
            }
        }
        return text.toString();
    }

    @Test
    void anImportThatIsKilledAtAnyPointGoesOnAndEveryOrderCountsOnce() throws IOException {
        // Given
        System.out.println("seed " + seed);
        try (FakeGateway gateway = new FakeGateway(seed, 10)) {
            Imports imports = new Imports(folder, gateway.url());
            Path mapping = imports.write("orders.yaml", MAPPING);
            Path file = imports.write("in.csv", orders());
            List<String> arguments = imports.arguments(
                    "orders", file.toString(), "--mapping", mapping.toString(), "--batch", String.valueOf(BATCH));

            // When
            int kills = 3;
            for (int i = 0; i < kills; i++) {
                assertThat(runAndKill(gateway, arguments, 15 + random.nextInt(20)))
                        .as("killed")
                        .isGreaterThan(3);
            }
            gateway.onRequest(() -> {});
            int status = ImportProcess.end(start(arguments));

            // Then
            assertThat(status).as(log()).isEqualTo(1);
            assertThat(gateway.events()).hasSize(ORDERS - ORDERS / 100);
            assertThat(imports.rejects("in.csv"))
                    .as("each bad order's two rows once")
                    .hasSize(2 * ORDERS / 100);
            assertThat(imports.rejects("in.csv")).doesNotHaveDuplicates();
            assertThat(log()).contains("Going on where the import stood at", "sent before");
            assertThat(gateway.timesByVisitor())
                    .allSatisfy((visitor, times) -> assertThat(times).isSorted());
        }
    }

    private Process start(List<String> arguments) {
        return ImportProcess.start(folder.resolve("log"), List.of(), arguments);
    }

    private int runAndKill(FakeGateway gateway, List<String> arguments, int atRequest) {
        AtomicReference<Process> process = new AtomicReference<>();
        int from = gateway.requests();
        gateway.onRequest(() -> {
            if (gateway.requests() - from >= atRequest) {
                process.get().destroyForcibly();
            }
        });
        process.set(start(arguments));
        return ImportProcess.end(process.get());
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    @Test
    void aSmallHeapIsEnoughForALargeFile() throws IOException {
        // Given
        int rows = 100_000;
        Path file = folder.resolve("large.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("no,user,at,item,price\n");
            for (int i = 0; i < rows; i++) {
                out.write((i * 7919L % 25_000)
                        + ",u,2020-01-01,a product with a rather long name so that rows take some room,1\n");
            }
        }
        Path mapping = Files.writeString(folder.resolve("orders.yaml"), MAPPING);
        List<String> arguments = List.of(
                "orders",
                file.toString(),
                "--mapping",
                mapping.toString(),
                "--dry-run",
                "--show",
                "0",
                "--memory",
                "2",
                "--work",
                folder.resolve("work").toString());

        // When
        int status = ImportProcess.end(ImportProcess.start(folder.resolve("log"), List.of("-Xmx32m"), arguments));

        // Then
        assertThat(status).as(log()).isZero();
        assertThat(log()).contains("100,000 read", "25,000 made");
        assertThat(folder.resolve("work"))
                .isDirectoryNotContaining(left -> !left.toString().endsWith(".lock"));
    }
}
