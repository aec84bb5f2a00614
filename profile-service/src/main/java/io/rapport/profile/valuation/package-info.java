/**
 * Learns now and then what customers are worth beside each other ({@link io.rapport.profile.computed.population}), and judges
 * each by it.
 */
@NullMarked
package io.rapport.profile.valuation;

import org.jspecify.annotations.NullMarked;
