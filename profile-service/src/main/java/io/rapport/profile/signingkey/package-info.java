/** The keys that sign operators' tokens: created at the first start, succeeded every month, known to every gateway. */
@NullMarked
package io.rapport.profile.signingkey;

import org.jspecify.annotations.NullMarked;
