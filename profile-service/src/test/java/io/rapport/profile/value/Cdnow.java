package io.rapport.profile.value;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The CDNOW customers of early 1997 that the papers are checked on, from the folder of the benchmarks' data (README of the
 * module benchmarks), which is no part of this project. {@code RAPPORT_DATA} names another.
 */
public final class Cdnow {
    public static final LocalDate CALIBRATION_END = LocalDate.of(1997, 9, 30);

    private Cdnow() {}

    /** The 1/10 sample: customer in the whole set, customer, date, discs, dollars. */
    public static Collection<List<Purchase>> sample() throws IOException {
        Map<String, List<Purchase>> customers = new TreeMap<>();
        for (String line : lines("cdnow_sample.txt.gz")) {
            String[] fields = line.strip().split("\\s+", -1);
            customers
                    .computeIfAbsent(fields[1], customer -> new ArrayList<>())
                    .add(new Purchase(
                            LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE),
                            Double.parseDouble(fields[4])));
        }
        return customers.values();
    }

    /** What lifetimes made of it: customer, frequency, recency, T, in weeks to two places. */
    static List<PurchaseHistory> summary() throws IOException {
        return lines("cdnow_customers_summary.csv.gz").stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(fields -> Histories.history(
                        Integer.parseInt(fields[1]), Double.parseDouble(fields[2]), Double.parseDouble(fields[3])))
                .toList();
    }

    public static List<String> lines(String name) throws IOException {
        Path file = folder().resolve(name);
        assumeTrue(
                Files.isReadable(file), () -> "Skipped: " + file + " is not there; RAPPORT_DATA may name its folder");
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    private static Path folder() {
        return Optional.ofNullable(System.getenv("RAPPORT_DATA"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("rapport.root", ".."), "..", "shared", "data")
                        .normalize());
    }
}
