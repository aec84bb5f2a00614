package io.rapport.dev.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLedgerTest {
    @TempDir
    Path folder;

    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void aProcessThatOutlivedItsLauncherIsFoundInTheFileAndEnded() throws InterruptedException {
        // Given
        ProcessLedger.at(file()).add("gateway", process.toHandle(), Signal.TERM);

        // When
        int ended = ProcessLedger.at(file()).endAll();

        // Then
        assertThat(ended).isEqualTo(1);
        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(ProcessLedger.at(file()).endAll()).isZero();
    }

    @Test
    void aForeignProcessThatWasGivenTheSamePidIsLeftAlone() throws IOException {
        // Given
        ProcessLedger.at(file()).add("gateway", process.toHandle(), Signal.TERM);
        long start = process.info().startInstant().orElseThrow().toEpochMilli();
        String recorded = Files.readString(file());
        Files.writeString(file(), recorded.replace(String.valueOf(start), String.valueOf(start - 60_000)));

        // When
        int ended = ProcessLedger.at(file()).endAll();

        // Then
        assertThat(ended).isZero();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void garbageInTheFileNamesNoProcess() throws IOException {
        Files.write(file(), List.of("gateway = 1", "kafka = x y z", "redis ="));

        assertThat(ProcessLedger.at(file()).endAll()).isZero();
    }

    private Path file() {
        return folder.resolve("processes.properties");
    }
}
