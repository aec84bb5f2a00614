package io.rapport.benchmarks.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the operating system says that a process uses; of Linux alone, for it is read from {@code /proc} (proc(5)). */
public final class ProcessUsage {
    private static final double TICKS_PER_SECOND = 100;
    private static final double KILOBYTES_PER_MEGABYTE = 1024;
    private static final int USER_TIME = 11;
    private static final int WAITED_FOR_SYSTEM_TIME = 14;

    private ProcessUsage() {}

    /** CPU seconds of a process, of its children that live, and of those that it has waited for. */
    public static double cpuSeconds(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(ProcessUsage::ownCpuSeconds)
                .sum();
    }

    private static double ownCpuSeconds(ProcessHandle process) {
        String stat = read(process, "stat");
        if (stat.isEmpty()) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
        }
        // The name in parentheses may hold blanks; what is counted from stands behind it.
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        return fields.subList(USER_TIME, WAITED_FOR_SYSTEM_TIME + 1).stream()
                        .mapToLong(Long::parseLong)
                        .sum()
                / TICKS_PER_SECOND;
    }

    /** What of a process is in memory (RSS); 0 where there is no {@code /proc}. */
    public static double residentMegabytes(ProcessHandle process) {
        return read(process, "status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D+", "")) / KILOBYTES_PER_MEGABYTE)
                .findFirst()
                .orElse(0);
    }

    /** The process that was told on its command line to listen at that port. */
    public static ProcessHandle listener(int port) {
        Pattern told = Pattern.compile("port[\\x00=]" + port + "\\x00");
        return ProcessHandle.allProcesses()
                .filter(process -> told.matcher(read(process, "cmdline")).find())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No process was told to listen at " + port));
    }

    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), file));
        } catch (IOException e) {
            return "";
        }
    }
}
