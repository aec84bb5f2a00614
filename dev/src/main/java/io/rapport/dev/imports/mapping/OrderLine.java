package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * A line of an order.
 *
 * @param json as the event has it
 * @param amount price times quantity, never negative; 0 where neither is known
 */
record OrderLine(ObjectNode json, BigDecimal amount) {}
