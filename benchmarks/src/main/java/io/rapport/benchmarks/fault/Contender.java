package io.rapport.benchmarks.fault;

import io.rapport.benchmarks.house.InternalToken;
import io.rapport.benchmarks.house.ProfileApi;
import io.rapport.benchmarks.house.ServiceProcess;
import io.rapport.benchmarks.house.Surroundings;
import java.nio.file.Path;
import java.util.List;

/**
 * One of the two profile-services that are compared. It is a static member of its consumer group, so that the process which
 * takes its place need not wait until Kafka misses it, and compiles with C1 alone, for it starts often.
 */
record Contender(Surroundings place, ServiceProcess process, ProfileApi api) implements AutoCloseable {
    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-Dmp.messaging.incoming.raw-events.group.instance.id=only");

    static Contender start(String name, Path logs) {
        Surroundings place = Surroundings.shared(name);
        ServiceProcess process = ServiceProcess.profileService(name, logs, place, OPTIONS);
        return new Contender(place, process, new ProfileApi(process.port(), new InternalToken(place.privateKey())));
    }

    @Override
    public void close() {
        process.close();
    }
}
