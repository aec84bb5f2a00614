/** Where events come from: web shops, apps and back ends, each with a public write key and the secret of its user tokens. */
@NullMarked
package io.rapport.profile.source;

import org.jspecify.annotations.NullMarked;
