package io.rapport.profile.visitor;

import io.rapport.events.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is kept hot of a profile.
 *
 * @param userIds the userIds that it goes by; with any, a public key alone does not see it
 */
record Visitor(
        UUID profileId,
        List<String> userIds,
        List<String> segments,
        Set<Purpose> consents,
        Map<String, String> traits) {
    VisitorView view() {
        return new VisitorView(profileId, true, segments, consents, traits);
    }
}
