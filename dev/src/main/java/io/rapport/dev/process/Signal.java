package io.rapport.dev.process;

import java.io.IOException;

/** The POSIX signals that the launcher sends; the JDK itself can send TERM and KILL only. */
public enum Signal {
    /** Ends PostgreSQL without waiting for its clients ("fast shutdown"). */
    INT,
    TERM,
    QUIT,
    KILL,
    STOP,
    CONT;

    /** Sends this signal; a process that has ended meanwhile is no error. */
    public void send(long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -s " + name() + " " + pid)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new Refusal("Cannot run `kill`: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
