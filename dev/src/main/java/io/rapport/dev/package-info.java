/** Everything that a developer's machine needs beside the services: embedded servers, the launcher, and servers for tests. */
@NullMarked
package io.rapport.dev;

import org.jspecify.annotations.NullMarked;
