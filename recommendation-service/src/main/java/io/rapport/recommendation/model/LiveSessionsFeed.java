package io.rapport.recommendation.model;

import io.quarkus.runtime.ShutdownEvent;
import io.rapport.events.ConsentChanged;
import io.rapport.events.EventResolved;
import io.rapport.events.Origin;
import io.rapport.events.ProfileErased;
import io.rapport.events.ProfileEvent;
import io.rapport.events.ProfilesMerged;
import io.rapport.events.ProfilesUnmerged;
import io.rapport.events.Purpose;
import io.rapport.events.Topic;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.recommendation.following.Start;
import io.rapport.recommendation.following.TopicReader;
import io.rapport.recommendation.interaction.Interaction;
import io.rapport.recommendation.interaction.InteractionKind;
import io.rapport.recommendation.interaction.InteractionReader;
import io.rapport.recommendation.interaction.ProfileEventReader;
import io.rapport.recommendation.privacy.Person;
import io.rapport.recommendation.session.SessionModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Feeds this pod's live sessions: it reads all of the profiles' events from where the model ends. Only live events of
 * persons who allow personalization go in; imports wait for the next build.
 */
@ApplicationScoped
class LiveSessionsFeed {
    private final SessionModel sessions;
    private final KnownPersons persons;
    private final String bootstrap;
    private final String topic;
    private volatile @Nullable TopicReader follower;

    LiveSessionsFeed(
            LiveModel live,
            KnownPersons persons,
            PlatformConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.sessions = live.sessions();
        this.persons = persons;
        this.bootstrap = bootstrap;
        this.topic = Topic.PROFILE_EVENTS.name(config.topics().prefix());
    }

    /** Reads from these offsets on, or from now on where there is no model that could end anywhere. */
    void start(@Nullable Map<Integer, Long> offsets) {
        Start from = offsets == null ? Start.atEnd() : Start.at(offsets);
        follower = new TopicReader(bootstrap, topic, from, this::take).start();
    }

    void stop(@Observes ShutdownEvent event) {
        TopicReader reading = follower;
        if (reading != null) {
            reading.close();
        }
    }

    private void take(ConsumerRecords<String, byte[]> records) {
        List<ProfileEvent> events = new ArrayList<>();
        records.forEach(record -> {
            ProfileEvent event = ProfileEventReader.readLeniently(record);
            if (event != null && (!(event instanceof EventResolved resolved) || resolved.origin() == Origin.LIVE)) {
                events.add(event);
            }
        });
        persons.meet(events);
        events.forEach(this::take);
    }

    private void take(ProfileEvent event) {
        if (event instanceof EventResolved resolved) {
            append(resolved);
        } else if (event instanceof ConsentChanged change) {
            decide(change);
        } else if (event instanceof ProfilesMerged merged) {
            UUID survivor = persons.merge(merged.loserId(), merged.survivorId());
            sessions.merge(merged.loserId().toString(), survivor.toString());
        } else if (event instanceof ProfilesUnmerged unmerged) {
            sessions.forget(persons.unmerge(unmerged).toString());
        } else if (event instanceof ProfileErased erased) {
            sessions.forget(persons.bury(erased.profileId()).toString());
            sessions.forget(erased.profileId().toString());
        }
    }

    private void append(EventResolved event) {
        Person person = persons.find(event.profileId());
        if (person == null || !person.personalised()) {
            return;
        }
        for (Interaction interaction : InteractionReader.read(event)) {
            if (interaction.kind() != InteractionKind.REMOVE && interaction.kind() != InteractionKind.CANCELLATION) {
                long at = interaction.at().toEpochMilli();
                sessions.append(person.id().toString(), interaction.productId(), at);
            }
        }
    }

    private void decide(ConsentChanged change) {
        if (change.purpose() == Purpose.PERSONALIZATION) {
            UUID person = persons.decide(change.profileId(), change.granted());
            if (!change.granted()) {
                sessions.forget(person.toString());
            }
        }
    }
}
