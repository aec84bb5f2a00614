/** Reading what callers send: field by field, with a JSON pointer for each that is wrong. */
@NullMarked
package io.rapport.recommendation.input;

import org.jspecify.annotations.NullMarked;
