/** What operators of the deployment use: the virtual clock, and the API's description. */
@NullMarked
package io.rapport.gateway.operations;

import org.jspecify.annotations.NullMarked;
