package io.rapport.benchmarks.house;

import io.rapport.dev.process.Deadline;
import io.rapport.dev.servers.KafkaBacklog;
import io.rapport.dev.servers.KafkaTopics;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How far the services are behind what was acknowledged. */
public final class Backlog {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final KafkaBacklog kafka;

    public Backlog(String bootstrap) {
        this.kafka = new KafkaBacklog(new KafkaTopics(bootstrap));
    }

    /** Records of a topic that a group has not handled yet. */
    public long waiting(String topic, String group) {
        return kafka.waiting(topic, group);
    }

    /** Returns once nothing waits, or fails when that takes longer. */
    public void awaitHandled(String topic, String group, Duration patience) {
        Deadline deadline = Deadline.after(patience);
        while (!isHandled(topic, group)) {
            if (deadline.passed()) {
                throw new IllegalStateException(group + " is still behind after " + patience);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** A broker that is too busy to say so has something to do. */
    private boolean isHandled(String topic, String group) {
        try {
            return waiting(topic, group) == 0;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
