/** Who calls: credentials checked against what the access topic says, held in memory so that no service is needed for it. */
@NullMarked
package io.rapport.gateway.access;

import org.jspecify.annotations.NullMarked;
