package io.rapport.recommendation.session;

/** An item, how well it fits (larger is better; comparable only within one answer) and why. */
public record ScoredItem(int item, double score, Evidence evidence) {}
