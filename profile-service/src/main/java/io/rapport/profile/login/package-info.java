/** Operators' logins: a password for a short access token and a refresh token that works once. On system time throughout. */
@NullMarked
package io.rapport.profile.login;

import org.jspecify.annotations.NullMarked;
