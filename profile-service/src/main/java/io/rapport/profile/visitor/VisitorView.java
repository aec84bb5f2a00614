package io.rapport.profile.visitor;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.events.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of an answer are made for.
 *
 * @param profileId null where the visitor is unknown, or is to be treated so
 * @param segments public ones only
 * @param consents purposes that are allowed
 * @param traits what formatting needs: {@code locale}, {@code country}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record VisitorView(
        @Nullable UUID profileId,
        boolean known,
        List<String> segments,
        Set<Purpose> consents,
        Map<String, String> traits) {
    static VisitorView unknown(Set<Purpose> defaults) {
        return new VisitorView(null, false, List.of(), defaults, Map.of());
    }
}
