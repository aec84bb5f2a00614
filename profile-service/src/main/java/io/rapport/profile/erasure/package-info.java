/** The promise that every store of this service makes: what it keeps of a person goes when the person asks. */
@NullMarked
package io.rapport.profile.erasure;

import org.jspecify.annotations.NullMarked;
