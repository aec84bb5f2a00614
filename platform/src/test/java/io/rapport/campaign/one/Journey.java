package io.rapport.campaign.one;

import io.vertx.core.Vertx;

/** A domain type that knows a framework. */
public record Journey(Vertx vertx) {}
