/** Where an address is, by the operator's own database. */
@NullMarked
package io.rapport.profile.place;

import org.jspecify.annotations.NullMarked;
