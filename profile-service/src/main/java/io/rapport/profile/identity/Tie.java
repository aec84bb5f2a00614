package io.rapport.profile.identity;

import java.util.UUID;

/** An identifier tied to a profile: a row of the graph. */
public record Tie(Identifier identifier, UUID profile, Link link) {}
