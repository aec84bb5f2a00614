package io.rapport.dev.imports.mapping;

import io.rapport.dev.imports.value.Unfit;
import java.math.BigDecimal;

/** Numbers of orders: never negative, and without zeros that say nothing. */
final class Amounts {
    private Amounts() {}

    /** What is given back may be written as a negative number; what was bought may not. */
    static BigDecimal of(BigDecimal number, String name, OrderStatus status) {
        if (number.signum() < 0 && !status.givesBack()) {
            throw new Unfit(name + ": " + number.toPlainString() + " is negative, and the order is not given back");
        }
        return plain(number.abs());
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
