package io.rapport.recommendation.session;

/** One item of a customer's history and when it was bought (or seen), epoch milliseconds. */
public record Purchase(int item, long at) {}
