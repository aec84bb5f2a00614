package io.rapport.gateway.routing;

import io.rapport.gateway.backend.Backend;

/** A path's beginning, with all below it: which service answers, and whom. */
record ServicePath(String path, Backend backend, Admission admission) {}
