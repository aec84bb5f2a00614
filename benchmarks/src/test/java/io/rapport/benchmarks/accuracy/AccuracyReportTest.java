package io.rapport.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AccuracyReportTest {
    @TempDir
    Path folder;

    private final StringWriter complaints = new StringWriter();

    @Test
    void aMissingDataFolderIsNamedAndTheStatusIsNotZero() {
        // When
        int status = run("--data", folder.resolve("nowhere").toString());
        // Then
        assertThat(status).isNotZero();
        assertThat(complaints.toString())
                .contains(folder.resolve("nowhere").toString())
                .contains("--data");
    }

    @Test
    void aMissingFileIsNamedAndTheStatusIsNotZero() {
        // When
        int status = run("--data", folder.toString(), "--set", "diginetica");
        // Then
        assertThat(status).isNotZero();
        assertThat(complaints.toString()).contains("sessions_diginetica_train.txt.gz");
    }

    @Test
    void bothFormsOfSessionSetsAndBothShopsAreRead() throws IOException {
        // Given
        write("sessions_diginetica_train.txt.gz", "1 2\n3 4 5\n");
        write("sessions_diginetica_test.txt.gz", "3 4\t5\n3\t4\n");
        write("clicks.tsv.gz", "SessionId\tItemId\tTime\n7\tB\t20.5\n7\tA\t10\n8\tA\t15\n");
        write("online_retail.csv.gz", """
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                1,12345A,"LAMP, RED",6,2010-12-01 08:26:00,2.55,77.0,UK
                1,12345A,"LAMP, RED",1,2010-12-01 08:26:00,2.55,77.0,UK
                1,POST,POSTAGE,1,2010-12-01 08:26:00,2.55,77.0,UK
                C2,12345A,"LAMP, RED",-6,2010-12-02 08:26:00,2.55,77.0,UK
                3,54321,DESK,1,2010-12-03 08:26:00,2.55,,UK
                """);
        DataFolder data = new DataFolder(folder);
        // When
        ClickSet sequences = new ClickReader(data).sequences("diginetica", Published.DIGINETICA);
        ClickSet log =
                new ClickReader(data).logs("log", "clicks.tsv.gz", "clicks.tsv.gz", false, Published.SERENADE_TOY);
        OrderSet orders = new OrderReader(data).onlineRetail();
        // Then
        assertThat(sequences.train().count()).isEqualTo(2);
        assertThat(sequences.test().prefix(0)).containsExactly(3, 4);
        assertThat(sequences.test().target(0)).isEqualTo(5);
        assertThat(log.train().items(1)).containsExactly(1, 0);
        assertThat(log.test().count()).isEqualTo(1);
        assertThat(orders.orders()).hasSize(1);
        assertThat(orders.orders().get(0).items().size()).isEqualTo(1);
        assertThat(orders.orders().get(0).customer()).isEqualTo("77.0");
    }

    private int run(String... args) {
        CommandLine command = new CommandLine(new AccuracyReport());
        command.setErr(new PrintWriter(complaints, true));
        return command.execute(args);
    }

    private void write(String name, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
