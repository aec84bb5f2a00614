package io.rapport.recommendation.interaction;

import io.rapport.events.EventResolved;
import io.rapport.events.EventsJson;
import io.rapport.events.ProfileEvent;
import java.io.UncheckedIOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads those of the profiles' events that change anything here: most of what visitors do is not about a product. */
public final class ProfileEventReader {
    private static final Logger LOG = Logger.getLogger(ProfileEventReader.class);

    private ProfileEventReader() {}

    /** The event; null where it is none of ours. */
    static @Nullable ProfileEvent read(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null || !Relevance.mayConcern(record.value())) {
            return null;
        }
        ProfileEvent event = EventsJson.read(record.value(), ProfileEvent.class);
        boolean empty = event instanceof EventResolved resolved
                && InteractionReader.read(resolved).isEmpty();
        return empty ? null : event;
    }

    /** The same for a reader in memory, who passes over what cannot be read: the group's reader sets it aside. */
    public static @Nullable ProfileEvent readLeniently(ConsumerRecord<String, byte[]> record) {
        try {
            return read(record);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            LOG.warnf("Passed over %s %d/%d", record.topic(), record.partition(), record.offset());
            return null;
        }
    }
}
