/** What profile-service refuses, and how it names the fields at fault. */
@NullMarked
package io.rapport.profile.problem;

import org.jspecify.annotations.NullMarked;
