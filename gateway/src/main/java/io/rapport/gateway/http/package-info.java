/** What every route needs: orders, request ids, problems, bounded bodies, CORS and security headers. */
@NullMarked
package io.rapport.gateway.http;

import org.jspecify.annotations.NullMarked;
