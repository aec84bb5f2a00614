/** Server keys: what a shop's back end calls with, limited to scopes, shown once and stored as a hash. */
@NullMarked
package io.rapport.profile.serverkey;

import org.jspecify.annotations.NullMarked;
