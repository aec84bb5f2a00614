package io.rapport.profile.trait;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * How far the sources of traits are believed, and what they stand for. A trait that a ranked source said is not replaced by a
 * weaker one's, however late.
 *
 * @param ranked ids of sources, the one that is believed most first; all others come after them, and are equal
 * @param firstParty ids of sources that tell what the shop knows or saw, and not what people said of themselves
 */
public record TraitSources(List<String> ranked, Set<String> firstParty) {
    /** The rank of a source that is not listed. */
    public static final int UNRANKED = 0;

    /** All believed alike, and to tell what people said. */
    public static final TraitSources EQUAL = new TraitSources(List.of(), Set.of());

    public TraitSources {
        ranked = List.copyOf(ranked);
        firstParty = Set.copyOf(firstParty);
    }

    /** The higher, the more it is believed. */
    public int rank(String source) {
        int place = ranked.indexOf(source);
        return place < 0 ? UNRANKED : ranked.size() - place;
    }

    /** The stamps of traits with {@code party}: {@code zero-party} was told by the person, {@code first-party} seen by the shop. */
    public JsonNode withParties(JsonNode stamps) {
        JsonNode shown = stamps.deepCopy();
        shown.forEach(stamp -> ((ObjectNode) stamp)
                .put("party", firstParty.contains(stamp.path("source").asText()) ? "first-party" : "zero-party"));
        return shown;
    }
}
