package io.rapport.dev.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.dev.process.Deadline;
import io.rapport.dev.process.ProcessLedger;
import io.rapport.dev.process.Refusal;
import io.rapport.dev.process.Signal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest implements Announcer {
    private static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(10),
            3,
            Duration.ofMinutes(1),
            new Backoff(Duration.ofMillis(10), Duration.ofSeconds(1)));

    @TempDir
    Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private ProcessLedger ledger;
    private Supervisor supervisor;

    @BeforeEach
    void create() {
        ledger = ProcessLedger.at(folder.resolve("ledger"));
        supervisor = new Supervisor(ledger, new StatusBoard(statusFile()), this, PATIENCE);
    }

    @AfterEach
    void stop() {
        supervisor.stop();
    }

    @Test
    void aCrashedProcessIsRestartedAndThatIsSaid() {
        // Given
        supervisor.start(new Stage(List.of(DummyProcess.steady("profile-service", folder))));
        ProcessHandle first = ledger.find("profile-service").orElseThrow();

        // When
        Signal.KILL.send(first.pid());

        // Then
        eventually(() -> status("profile-service").restarts() == 1
                && status("profile-service").state() == State.READY);
        assertThat(said).contains("profile-service ended (exit 137), restarting");
        assertThat(status("profile-service").pid()).isNotEqualTo(first.pid());
    }

    @Test
    void laterStagesStartAfterEarlierOnesAreReadyAndStopBeforeThem() throws Exception {
        // Given
        String script = "echo start $0 >>$FOLDER/order; trap 'echo stop $0 >>$FOLDER/order; exit 0' TERM;"
                + " touch $READY; while :; do sleep 0.05; done";
        DummyProcess server = new DummyProcess("server", folder, script.replace("$0", "server"));
        DummyProcess gateway = new DummyProcess("gateway", folder, script.replace("$0", "gateway"));

        // When
        supervisor.start(new Stage(List.of(server), () -> said.add("filled")));
        supervisor.start(new Stage(List.of(gateway)));
        supervisor.stop();

        // Then
        assertThat(Files.readAllLines(folder.resolve("order")))
                .containsExactly("start server", "start gateway", "stop gateway", "stop server");
        assertThat(said).containsExactly("ready server", "filled", "ready gateway");
    }

    @Test
    void aProcessThatNeverComesUpIsGivenUpWithTheEndOfItsLog() {
        // Given
        DummyProcess broken = new DummyProcess("broken", folder, "echo no such database; exit 3");

        // When
        assertThatThrownBy(() -> supervisor.start(new Stage(List.of(broken))))
                // Then
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("broken does not start")
                .hasMessageContaining("exit 3")
                .hasMessageContaining("no such database");
        assertThat(status("broken").state()).isEqualTo(State.FAILED);
    }

    @Test
    void aProcessThatIgnoresBeingAskedToEndIsKilledWhenItsPatienceIsOver() {
        // Given
        DummyProcess deaf =
                new DummyProcess("deaf", folder, "trap '' TERM; touch $READY; while :; do sleep 0.05; done");
        supervisor.start(new Stage(List.of(deaf)));
        ProcessHandle process = ledger.find("deaf").orElseThrow();

        // When
        supervisor.stop();

        // Then
        assertThat(process.isAlive()).isFalse();
        assertThat(ledger.find("deaf")).isEmpty();
    }

    @Test
    void restartsWaitLongerAndLongerUpToALimit() {
        Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

        assertThat(List.of(backoff.delay(1), backoff.delay(2), backoff.delay(3), backoff.delay(90)))
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(30));
    }

    @Override
    public void ready(String name, int port, Duration took) {
        said.add("ready " + name);
    }

    @Override
    public void say(String line) {
        said.add(line);
    }

    private ProcessStatus status(String name) {
        return StatusBoard.read(statusFile()).stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Path statusFile() {
        return folder.resolve("status");
    }

    private static void eventually(BooleanSupplier condition) {
        assertThat(Deadline.after(Duration.ofSeconds(10)).await(condition)).isTrue();
    }
}
