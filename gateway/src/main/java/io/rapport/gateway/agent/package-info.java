/** What visitors' user agents say of their devices. */
@NullMarked
package io.rapport.gateway.agent;

import org.jspecify.annotations.NullMarked;
