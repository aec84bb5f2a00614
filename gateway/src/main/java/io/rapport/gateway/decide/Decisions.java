package io.rapport.gateway.decide;

import io.rapport.gateway.GatewayConfig;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Answers for a page: the visitor first, then the parts at the same time. */
@ApplicationScoped
class Decisions {
    private final Visitors visitors;
    private final PlacementsPart placements;
    private final Duration within;
    private final List<Part> parts = new ArrayList<>();

    Decisions(Visitors visitors, PlacementsPart placements, GatewayConfig config) {
        this.visitors = visitors;
        this.within = config.decide().answerWithin();
        this.placements = placements;
        parts.add(placements);
        parts.addAll(FutureParts.all());
    }

    Future<Buffer> decide(Caller caller, Asked asked) {
        checkIncluded(asked);
        return ask(caller, asked, this::page);
    }

    /** One placement alone, and whether it is not what it should be. */
    Future<PartAnswer> recommend(Caller caller, Asked asked) {
        return ask(caller, asked, (question, resolved) -> placements.answer(question));
    }

    private <T> Future<T> ask(Caller caller, Asked asked, BiFunction<Question, Visitors.Resolved, Future<T>> parts) {
        VisitorId id = VisitorId.of(caller, asked);
        Deadline deadline = Deadline.in(within, System.nanoTime());
        return visitors.resolve(caller, id, deadline)
                .compose(resolved ->
                        parts.apply(new Question(caller, resolved.visitor().on(asked), asked, deadline), resolved));
    }

    private Future<Buffer> page(Question question, Visitors.Resolved resolved) {
        List<Part> asked =
                parts.stream().filter(part -> part.isAskedBy(question.asked())).toList();
        List<Future<PartAnswer>> answers =
                asked.stream().map(part -> part.answer(question)).toList();
        return Future.all(answers).map(all -> {
            Page page = new Page(resolved);
            for (int i = 0; i < asked.size(); i++) {
                page.add(asked.get(i), answers.get(i).result());
            }
            return page.end(question.visitor());
        });
    }

    private void checkIncluded(Asked asked) {
        for (int i = 0; i < asked.include().size(); i++) {
            String name = asked.include().get(i);
            if (parts.stream().noneMatch(part -> part.name().equals(name))) {
                throw Problem.invalid("/include/" + i, "There is no part '" + name + "'.");
            }
        }
    }
}
