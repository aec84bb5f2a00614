/** What every store of persons promises, and what became of profiles that were merged or erased. */
@NullMarked
package io.rapport.platform.privacy;

import org.jspecify.annotations.NullMarked;
