package io.rapport.profile.value;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What a customer paid on a day.
 *
 * @param amount net of refunds, in the currency that all of a sample is in
 */
public record Purchase(LocalDate day, double amount) {
    public Purchase {
        Objects.requireNonNull(day, "day");
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("An amount must be a finite number: " + amount);
        }
    }
}
