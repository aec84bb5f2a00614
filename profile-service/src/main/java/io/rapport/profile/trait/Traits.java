package io.rapport.profile.trait;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.EventsJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The traits of one profile. Per trait the source of the highest rank wins, and of its words the latest event time; a null removes it, and leaves its stamp so that an older
 * value that comes late does not bring it back. Read from JSON only when touched, for most events say nothing of traits.
 */
public final class Traits {
    /** Most traits of a profile. */
    static final int MOST = 500;
    /** Longest name, in characters. */
    static final int LONGEST_NAME = 128;
    /** Largest value, in bytes of JSON. */
    static final int LARGEST_VALUE = 8 * 1024;

    private final String storedValues;
    private final String storedStamps;
    private @Nullable ObjectNode values;
    private @Nullable ObjectNode stamps;
    private boolean changed;

    private Traits(String storedValues, String storedStamps) {
        this.storedValues = storedValues;
        this.storedStamps = storedStamps;
    }

    public static Traits none() {
        return new Traits("{}", "{}");
    }

    /** As {@link #valuesJson()} and {@link #stampsJson()} gave them. */
    public static Traits stored(String values, String stamps) {
        return new Traits(values, stamps);
    }

    private static ObjectNode object(String json) {
        return EventsJson.read(json.getBytes(StandardCharsets.UTF_8), ObjectNode.class);
    }

    private ObjectNode values() {
        if (values == null) {
            values = object(storedValues);
        }
        return values;
    }

    private ObjectNode stamps() {
        if (stamps == null) {
            stamps = object(storedStamps);
        }
        return stamps;
    }

    public @Nullable JsonNode get(String name) {
        return values().get(name);
    }

    /** Whether anything was ever said of it, and be it that it is removed. */
    public boolean isSaid(String name) {
        return stamps().has(name);
    }

    /** Takes a value if it is the latest of the highest rank; the reason if it may not be taken at all. */
    public Optional<TraitRefusal> set(String name, JsonNode value, Instant at, Message message, int rank) {
        Optional<TraitRefusal> refusal = refusal(name, value);
        if (refusal.isEmpty()) {
            put(name, value, new Stamp(at, message.source(), message.id(), rank));
        }
        return refusal;
    }

    private Optional<TraitRefusal> refusal(String name, JsonNode value) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return Optional.of(TraitRefusal.NAME_TOO_LONG);
        }
        if (isLarge(value)) {
            return Optional.of(TraitRefusal.VALUE_TOO_LARGE);
        }
        boolean isOneTooMany = stamps().size() >= MOST && !stamps().has(name);
        return isOneTooMany ? Optional.of(TraitRefusal.TOO_MANY) : Optional.empty();
    }

    private static boolean isLarge(JsonNode value) {
        boolean mayBeLarge = value.isContainerNode() || value.isTextual();
        return mayBeLarge
                ? EventsJson.write(value).length > LARGEST_VALUE
                : (value.isBigDecimal() && value.decimalValue().precision() > 1_000);
    }

    private void put(String name, @Nullable JsonNode value, Stamp stamp) {
        JsonNode before = stamps().get(name);
        if (before != null && Stamp.of(before).compareTo(stamp) >= 0) {
            return;
        }
        stamps().set(name, stamp.json());
        if (value == null || value.isNull()) {
            values().remove(name);
        } else {
            values().set(name, value);
        }
        changed = true;
    }

    /**
     * Takes over what a merged profile is said to be.
     *
     * @param kept traits that stay as they are where this profile has them, whatever the times
     */
    public void absorb(Traits merged, Set<String> kept) {
        for (Map.Entry<String, JsonNode> stamp : merged.stamps().properties()) {
            String name = stamp.getKey();
            boolean stays = kept.contains(name) && values().has(name);
            if (!stays && (stamps().has(name) || stamps().size() < MOST)) {
                put(name, merged.values().get(name), Stamp.of(stamp.getValue()));
            }
        }
    }

    /** By which message each trait was said, also those that were removed. */
    public Set<Message> messages() {
        Set<Message> messages = new HashSet<>();
        stamps().forEach(stamp -> messages.add(Message.of(stamp)));
        return messages;
    }

    /** The same but for what these messages said. */
    public Traits without(Set<Message> messages) {
        Traits rest = stored(valuesJson(), stampsJson());
        for (Map.Entry<String, JsonNode> stamp : stamps().properties()) {
            if (messages.contains(Message.of(stamp.getValue()))) {
                rest.stamps().remove(stamp.getKey());
                rest.values().remove(stamp.getKey());
            }
        }
        rest.changed = true;
        return rest;
    }

    /** Names of traits that are not the same in both. */
    public Set<String> differences(Traits other) {
        Set<String> names = new TreeSet<>();
        values().fieldNames().forEachRemaining(names::add);
        other.values().fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> Objects.equals(get(name), other.get(name)));
        return names;
    }

    /** Whether anything was taken since they were read. */
    public boolean changed() {
        return changed;
    }

    public String valuesJson() {
        return values == null ? storedValues : values.toString();
    }

    public String stampsJson() {
        return stamps == null ? storedStamps : stamps.toString();
    }
}
