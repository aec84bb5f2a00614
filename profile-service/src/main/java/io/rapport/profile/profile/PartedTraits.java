package io.rapport.profile.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import io.rapport.profile.identity.IdentifierRules;
import io.rapport.profile.identity.IdentifierType;
import io.rapport.profile.identity.Tie;
import io.rapport.profile.profile.UnmergeStore.Identified;
import io.rapport.profile.trait.Message;
import io.rapport.profile.trait.TraitSources;
import io.rapport.profile.trait.Traits;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The traits of a person, from their identify calls: of each the latest. An e-mail address or phone number is taken only if
 * the person goes by it, and a user's own word, or the back end's, goes before what just anybody said of a user.
 */
final class PartedTraits {
    private final List<Tie> ties;
    private final boolean isUser;
    private final TraitSources sources;

    private PartedTraits(List<Tie> ties, TraitSources sources) {
        this.ties = ties;
        this.sources = sources;
        this.isUser = ties.stream().anyMatch(tie -> tie.identifier().type() == IdentifierType.USER_ID);
    }

    /** @param kept what was said otherwise than by an event that is stored */
    static Traits of(UUID profile, Traits kept, List<Identified> said, List<Tie> ties, TraitSources sources) {
        List<Identified> own =
                said.stream().filter(each -> each.profile().equals(profile)).toList();
        new PartedTraits(ties, sources).take(kept, own);
        return kept;
    }

    /** The traits of a whole profile; what no event that is stored says stays. */
    static Traits retell(UUID profile, Traits before, List<Identified> said, List<Tie> all, TraitSources sources) {
        List<Tie> ties =
                all.stream().filter(tie -> tie.profile().equals(profile)).toList();
        Set<Message> stored = said.stream()
                .filter(identify -> identify.profile().equals(profile))
                .map(Identified::message)
                .collect(Collectors.toSet());
        return of(profile, before.without(stored), said, ties, sources);
    }

    private void take(Traits traits, List<Identified> said) {
        Set<String> proved = new HashSet<>();
        Map<Identified, JsonNode> words = new LinkedHashMap<>();
        for (Identified identify : said) {
            JsonNode word = EventsJson.read(identify.traits().getBytes(StandardCharsets.UTF_8), JsonNode.class);
            words.put(identify, word);
            if (isUser && identify.isProved()) {
                word.properties().stream()
                        .filter(trait -> isContact(trait.getKey()) && isOwn(trait, word, identify))
                        .forEach(trait -> proved.add(trait.getKey()));
            }
        }
        words.forEach((identify, word) -> word.properties().stream()
                .filter(trait -> isOwn(trait, word, identify))
                .filter(trait -> identify.isProved() || !proved.contains(trait.getKey()))
                .forEach(trait -> set(traits, trait, identify)));
    }

    private void set(Traits traits, Map.Entry<String, JsonNode> trait, Identified identify) {
        traits.set(
                trait.getKey(),
                trait.getValue(),
                identify.at(),
                identify.message(),
                sources.rank(identify.message().source()));
    }

    private static boolean isContact(String name) {
        return IdentifierType.find(name).filter(IdentifierType::isContact).isPresent();
    }

    private boolean isOwn(Map.Entry<String, JsonNode> trait, JsonNode word, Identified identify) {
        return !isContact(trait.getKey())
                || trait.getValue().isNull()
                || IdentifierRules.normalise(
                                IdentifierType.of(trait.getKey()),
                                trait.getValue().asText(),
                                country(word, identify.country()))
                        .filter(identifier ->
                                ties.stream().anyMatch(tie -> tie.identifier().equals(identifier)))
                        .isPresent();
    }

    private static @Nullable String country(JsonNode traits, @Nullable String otherwise) {
        return Stream.of(
                        traits.at("/address/country").asText(),
                        traits.path("country").asText())
                .filter(country -> country.length() == 2)
                .findFirst()
                .orElse(otherwise == null || otherwise.length() != 2 ? null : otherwise);
    }
}
