/** What this service's tests share: the servers, a shop to fill, and visitors who do things in it. */
@NullMarked
package io.rapport.recommendation.testing;

import org.jspecify.annotations.NullMarked;
