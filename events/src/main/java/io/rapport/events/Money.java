package io.rapport.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * An amount in a currency; the amount is a decimal string on the wire, never a float.
 *
 * @param currency ISO 4217 alphabetic code
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {}
