/** How a caller of the API says which person it means: {@code userId:42}, or a profile's id. */
@NullMarked
package io.rapport.profile.reference;

import org.jspecify.annotations.NullMarked;
