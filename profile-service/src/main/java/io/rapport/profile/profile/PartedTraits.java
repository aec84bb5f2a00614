package io.rapport.profile.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import io.rapport.profile.identity.IdentifierRules;
import io.rapport.profile.identity.IdentifierType;
import io.rapport.profile.identity.Tie;
import io.rapport.profile.profile.UnmergeStore.Identified;
import io.rapport.profile.trait.TraitSources;
import io.rapport.profile.trait.Traits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The traits of a part, from its identify calls. Whose word an address came with is not stored, so one is taken only if the
 * part goes by it: what was refused then is refused again.
 */
final class PartedTraits {
    private PartedTraits() {}

    /** @param kept what was said otherwise than by an event that is stored */
    static Traits of(UUID profile, Traits kept, List<Identified> said, List<Tie> ties, TraitSources sources) {
        for (Identified identify : said) {
            if (identify.profile().equals(profile)) {
                take(kept, identify, ties, sources);
            }
        }
        return kept;
    }

    private static void take(Traits traits, Identified identify, List<Tie> ties, TraitSources sources) {
        JsonNode said = EventsJson.read(identify.traits().getBytes(StandardCharsets.UTF_8), JsonNode.class);
        for (Map.Entry<String, JsonNode> trait : said.properties()) {
            if (isOwn(trait.getKey(), trait.getValue(), ties)) {
                traits.set(
                        trait.getKey(),
                        trait.getValue(),
                        identify.at(),
                        identify.message(),
                        sources.rank(identify.message().source()));
            }
        }
    }

    private static boolean isOwn(String name, JsonNode value, List<Tie> ties) {
        Optional<IdentifierType> contact = IdentifierType.find(name).filter(IdentifierType::isContact);
        return contact.isEmpty()
                || value.isNull()
                || IdentifierRules.normalise(contact.get(), value.asText(), null)
                        .filter(identifier ->
                                ties.stream().anyMatch(tie -> tie.identifier().equals(identifier)))
                        .isPresent();
    }
}
