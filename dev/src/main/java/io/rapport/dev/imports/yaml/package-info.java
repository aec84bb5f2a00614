/** Reads a mapping's YAML strictly: every fault is told with its line and path. */
@NullMarked
package io.rapport.dev.imports.yaml;

import org.jspecify.annotations.NullMarked;
