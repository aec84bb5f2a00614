/** What a person allows, purpose by purpose: said in an event's context or by API, kept as history, announced as it changes. */
@NullMarked
package io.rapport.profile.consent;

import org.jspecify.annotations.NullMarked;
