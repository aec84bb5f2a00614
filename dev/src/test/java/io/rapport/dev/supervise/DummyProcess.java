package io.rapport.dev.supervise;

import io.rapport.dev.process.Launchable;
import io.rapport.dev.process.ProcessSpec;
import io.rapport.dev.process.Signal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A shell script as a part of the suite; it is ready once the file that it is told to write is there. */
record DummyProcess(String name, Path folder, String script) implements Launchable {
    /** Becomes ready, and stays until it is asked to end. */
    static DummyProcess steady(String name, Path folder) {
        return new DummyProcess(name, folder, "touch $READY; while :; do sleep 0.05; done");
    }

    @Override
    public int port() {
        return 1;
    }

    @Override
    public void prepare() {}

    @Override
    public ProcessSpec spec() {
        return new ProcessSpec(
                name,
                List.of("/bin/sh", "-c", script),
                Map.of("READY", readyFile().toString(), "FOLDER", folder.toString()),
                folder,
                folder.resolve(name + ".log"),
                Signal.TERM,
                Duration.ofSeconds(2));
    }

    @Override
    public boolean isReady() {
        return Files.exists(readyFile());
    }

    private Path readyFile() {
        return folder.resolve(name + ".ready");
    }
}
