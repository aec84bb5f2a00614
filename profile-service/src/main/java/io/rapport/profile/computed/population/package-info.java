/**
 * What a customer is beside all others: quintiles, and models that are learnt from everybody's orders. A snapshot of them is
 * built now and then and customers are judged by it until the next; a customer's traits change in between as they order.
 */
@NullMarked
package io.rapport.profile.computed.population;

import org.jspecify.annotations.NullMarked;
