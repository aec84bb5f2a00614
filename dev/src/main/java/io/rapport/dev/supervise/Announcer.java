package io.rapport.dev.supervise;

import java.time.Duration;

/** Tells the person at the terminal what happens to processes. */
public interface Announcer {
    void ready(String name, int port, Duration took);

    void say(String line);
}
