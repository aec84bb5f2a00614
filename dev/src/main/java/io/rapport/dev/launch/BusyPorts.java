package io.rapport.dev.launch;

import io.rapport.dev.process.Ports;
import io.rapport.dev.process.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at every port before anything is started, so that nobody is left with half a suite. */
final class BusyPorts {
    private BusyPorts() {}

    static void refuse(Settings settings) {
        List<Part> busy = settings.local().stream()
                .filter(part -> !Ports.isFree(settings.port(part)))
                .toList();
        if (!busy.isEmpty()) {
            throw new Refusal(busy.stream()
                    .map(part -> message(part, settings.port(part)))
                    .collect(Collectors.joining("\n")));
        }
    }

    private static String message(Part part, int port) {
        return "Port " + port + ", which " + part.processName() + " needs, is in use by another program. Stop that, or"
                + " choose another port: " + part.portKey() + "=" + (port + 1000) + " ./rapport up";
    }
}
