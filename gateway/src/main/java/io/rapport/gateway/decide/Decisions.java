package io.rapport.gateway.decide;

import io.rapport.platform.caller.Caller;
import io.rapport.platform.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Answers for a page: the visitor first, then the parts at the same time. */
@ApplicationScoped
class Decisions {
    private final Visitors visitors;
    private final PlacementsPart placements;
    private final List<Part> parts = new ArrayList<>();

    Decisions(Visitors visitors, PlacementsPart placements) {
        this.visitors = visitors;
        this.placements = placements;
        parts.add(placements);
        parts.addAll(FutureParts.all());
    }

    Future<Buffer> decide(Caller caller, Asked asked) {
        checkIncluded(asked);
        return visitors.resolve(caller, VisitorId.of(caller, asked)).compose(resolved -> {
            Question question = new Question(caller, resolved.visitor().on(asked), asked);
            return page(question, resolved);
        });
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

    /** One placement alone, and whether it is not what it should be. */
    Future<PartAnswer> recommend(Caller caller, Asked asked) {
        return visitors.resolve(caller, VisitorId.of(caller, asked)).compose(resolved -> {
            Question question = new Question(caller, resolved.visitor().on(asked), asked);
            return placements.answer(question);
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
