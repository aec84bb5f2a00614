/** What a start takes care of: somebody who may log in, a key to sign with, and a gateway that knows of all. */
@NullMarked
package io.rapport.profile.bootstrap;

import org.jspecify.annotations.NullMarked;
