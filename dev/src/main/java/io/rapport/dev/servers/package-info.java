/** PostgreSQL, Redis and Kafka out of Maven artifacts, each a process of its own that keeps its data in a folder. */
@NullMarked
package io.rapport.dev.servers;

import org.jspecify.annotations.NullMarked;
