/** The people who run the shop's personalization: their user names, roles and passwords. */
@NullMarked
package io.rapport.profile.operator;

import org.jspecify.annotations.NullMarked;
