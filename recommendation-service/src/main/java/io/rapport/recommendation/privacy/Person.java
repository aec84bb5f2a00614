package io.rapport.recommendation.privacy;

import java.util.UUID;

/**
 * Whom a profile id stands for.
 *
 * @param id the surviving profile
 * @param personalised whether that person allows personalization
 */
public record Person(UUID id, boolean personalised) {}
