package io.rapport.dev.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How one process is started and stopped.
 *
 * @param name what the person at the terminal knows it by
 * @param environment added to the launcher's own; an empty value takes one away
 * @param directory its working directory
 * @param log gets its output, appended
 * @param stopSignal asks it to end
 * @param patience how long it may take to end before it is killed
 */
public record ProcessSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log,
        Signal stopSignal,
        Duration patience) {}
