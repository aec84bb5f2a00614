package io.rapport.dev.process;

/** Something that runs as a process and answers on a port once it is ready. */
public interface Launchable {
    String name();

    int port();

    /** What must be there before each start of the process. */
    void prepare();

    ProcessSpec spec();

    /** Whether it answers a real request, not only its port. */
    boolean isReady();
}
