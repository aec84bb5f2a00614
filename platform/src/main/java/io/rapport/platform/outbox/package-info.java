/** Announcing state changes in the transaction that makes them. */
@NullMarked
package io.rapport.platform.outbox;

import org.jspecify.annotations.NullMarked;
