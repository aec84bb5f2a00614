package io.rapport.profile.value;

/**
 * What the models say of one customer.
 *
 * @param probabilityAlive that they will ever buy again, in the model's terms; 1 for who bought once
 * @param churnRisk 1 - P(alive)
 * @param expectedPurchases within the horizon
 * @param expectedSpend of one purchase
 * @param lifetimeValue discounted revenue within the horizon
 */
public record CustomerValue(
        double probabilityAlive,
        double churnRisk,
        double expectedPurchases,
        double expectedSpend,
        double lifetimeValue) {}
