/** Who a visitor is, in a few milliseconds: Redis first, PostgreSQL where Redis does not know or is away. */
@NullMarked
package io.rapport.profile.visitor;

import org.jspecify.annotations.NullMarked;
