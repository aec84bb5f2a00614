package io.rapport.platform.consumer;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** Where the caller runs: its Vert.x context, or whatever thread there is where it has none. */
final class CallerContext {
    private CallerContext() {}

    static Executor current() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(nothing -> work.run());
    }
}
