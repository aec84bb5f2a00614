package io.rapport.gateway.http;

import io.rapport.events.EventsJson;
import io.rapport.platform.consumer.Faults;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.rapport.platform.problem.ProblemView;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers a plain route's failure with a problem; what nobody foresaw is logged and told without its insides. */
public final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private Problems() {}

    /** A failure handler for routes. */
    public static void onFailure(RoutingContext context) {
        answer(context, context.failure() == null ? ofStatus(context.statusCode()) : context.failure());
    }

    /** Answers with the problem that was thrown, unless an answer has begun. */
    public static void answer(RoutingContext context, Throwable thrown) {
        HttpServerResponse response = context.response();
        if (response.headWritten() || response.closed()) {
            return;
        }
        Problem problem = problem(thrown, context);
        problem.headers().forEach(response::putHeader);
        Future<Void> told = response.setStatusCode(problem.type().status())
                .putHeader("Content-Type", ProblemView.MEDIA_TYPE)
                .end(body(problem));
        if (problem.type() == GatewayProblem.REQUEST_TIMEOUT) {
            told.onComplete(end -> context.request().connection().close());
        }
    }

    /** The problem's JSON. */
    public static Buffer body(Problem problem) {
        return Buffer.buffer(EventsJson.write(problem.view()));
    }

    /** The sender may try again in so many seconds. */
    public static Problem unavailable(String detail) {
        return Problem.of(CommonProblem.UNAVAILABLE, detail).withHeader("Retry-After", "1");
    }

    private static Problem problem(@Nullable Throwable thrown, RoutingContext context) {
        if (thrown instanceof Problem problem) {
            return problem;
        }
        if (thrown != null && Faults.isTransient(thrown)) {
            LOG.warnf("%s: a dependency is away: %s", RequestId.of(context), thrown);
            return unavailable("Try again in a moment.");
        }
        LOG.errorf(thrown, "%s: an unforeseen error", RequestId.of(context));
        return Problem.of(CommonProblem.INTERNAL, "The error is in our logs.");
    }

    private static Problem ofStatus(int status) {
        CommonProblem type = CommonProblem.ofStatus(status);
        return Problem.of(type, type.title() + ".");
    }
}
