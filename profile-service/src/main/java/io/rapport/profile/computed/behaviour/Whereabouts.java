package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;

/** Where somebody was last, as the latest event with a {@code context.location} has it. */
final class Whereabouts {
    private static final Place NOWHERE = new Place(Micros.NEVER, "", "", "");

    private Place latest = NOWHERE;

    private record Place(long at, String country, String region, String city) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::at)
                .thenComparing(Place::country)
                .thenComparing(Place::region)
                .thenComparing(Place::city);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    void absorb(Call call) {
        JsonNode location = call.event().context().path("location");
        String country = Texts.of(location.path("country"));
        if (!country.isEmpty()) {
            take(new Place(call.micros(), country, Texts.of(location.path("region")), Texts.of(location.path("city"))));
        }
    }

    private void take(Place place) {
        latest = latest == NOWHERE || latest.compareTo(place) < 0 ? place : latest;
    }

    void merge(Whereabouts other) {
        if (other.latest != NOWHERE) {
            take(other.latest);
        }
    }

    void addTo(ObjectNode facts, Instant now) {
        if (latest != NOWHERE) {
            ObjectNode location = facts.putObject("location").put("country", latest.country);
            put(location, "region", latest.region);
            put(location, "city", latest.city);
            location.put("seenAt", Micros.text(latest.at, now));
        }
    }

    private static void put(ObjectNode location, String name, String text) {
        if (!text.isEmpty()) {
            location.put(name, text);
        }
    }

    void write(StateOutput out) throws IOException {
        out.number(latest.at);
        out.text(latest.country);
        out.text(latest.region);
        out.text(latest.city);
    }

    static Whereabouts read(StateInput in) throws IOException {
        Whereabouts whereabouts = new Whereabouts();
        Place place = new Place(in.number(), in.text(), in.text(), in.text());
        whereabouts.latest = place.country.isEmpty() ? NOWHERE : place;
        return whereabouts;
    }
}
