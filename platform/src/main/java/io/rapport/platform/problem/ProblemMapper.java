package io.rapport.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.rapport.platform.consumer.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a resource throws into a problem response; what nobody foresaw is logged and told without its insides. */
@ApplicationScoped
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper
    public Response known(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .type(ProblemView.MEDIA_TYPE)
                .entity(problem.view());
        problem.headers().forEach(response::header);
        return response.build();
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException thrown) {
        Throwable cause = thrown.getCause();
        if (cause instanceof Problem problem) {
            return known(problem);
        }
        if (cause instanceof JsonProcessingException json) {
            return known(JsonProblems.of(json));
        }
        int status = thrown.getResponse().getStatus();
        CommonProblem type = CommonProblem.ofStatus(status);
        return known(Problem.of(type, type.title() + "."));
    }

    @ServerExceptionMapper(value = {MismatchedInputException.class, JsonProcessingException.class})
    public Response json(JsonProcessingException thrown) {
        return known(JsonProblems.of(thrown));
    }

    @ServerExceptionMapper(priority = Priorities.USER + 1000)
    public Response unforeseen(Throwable thrown) {
        if (Faults.isTransient(thrown)) {
            LOG.warnf("A dependency is away: %s", thrown.toString());
            return known(Problem.of(CommonProblem.UNAVAILABLE, "Try again in a moment.")
                    .withHeader("Retry-After", "1"));
        }
        LOG.error("An unforeseen error", thrown);
        return known(Problem.of(CommonProblem.INTERNAL, "The error is in our logs."));
    }
}
