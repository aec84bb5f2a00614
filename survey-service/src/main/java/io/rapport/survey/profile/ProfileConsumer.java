package io.rapport.survey.profile;

import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.profiles.ProfileFollower;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps consent, merges and erasure up to date. */
@ApplicationScoped
class ProfileConsumer {
    private final ProfileFollower follower;
    private final String group;

    ProfileConsumer(ProfileFollower follower, PlatformConfig config) {
        this.follower = follower;
        this.group = config.topics().prefix() + "survey-service";
    }

    @Incoming("profile-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return follower.consume(group, records);
    }
}
