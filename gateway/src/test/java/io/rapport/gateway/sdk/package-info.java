/** Segment's own SDKs, unchanged, against the gateway. */
@NullMarked
package io.rapport.gateway.sdk;

import org.jspecify.annotations.NullMarked;
