package io.rapport.dev.cli;

import io.rapport.dev.servers.EmbeddedServer;
import io.rapport.dev.servers.RunningServer;

/** Runs one server until it ends or this process is asked to. */
final class Foreground {
    private Foreground() {}

    static RunningServer start(EmbeddedServer server) {
        RunningServer running = RunningServer.start(
                server,
                process -> Runtime.getRuntime().addShutdownHook(new Thread(process::stop, "stop-" + server.port())));
        System.out.println(running.process().spec().name() + " answers on port " + server.port());
        return running;
    }

    static int untilEnd(RunningServer running) {
        return running.process().ended().join();
    }
}
