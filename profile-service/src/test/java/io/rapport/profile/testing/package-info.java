/** What the tests of profile-service stand on: the service on real servers, its topics, and what it logs. */
@NullMarked
package io.rapport.profile.testing;

import org.jspecify.annotations.NullMarked;
