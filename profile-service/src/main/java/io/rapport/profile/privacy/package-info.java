/** What people may ask of us about their data: to be forgotten, for now. */
@NullMarked
package io.rapport.profile.privacy;

import org.jspecify.annotations.NullMarked;
