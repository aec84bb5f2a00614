package io.rapport.gateway.decide;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Parts that no service offers yet: nothing is wrong with them, there is just nothing in them. */
final class FutureParts {
    private FutureParts() {}

    /** Each with the shape that it will have. */
    static List<Part> all() {
        return List.of(
                new Empty("navigation", "[]"),
                new Empty("experiences", "[]"),
                new Empty("survey", "null"),
                new Empty("experiments", "{}"),
                new Empty("inbox", "{\"unread\":0}"));
    }

    private record Empty(String name, String json) implements Part {
        @Override
        public Future<PartAnswer> answer(Question question) {
            return Future.succeededFuture(PartAnswer.of(Buffer.buffer(json)));
        }
    }
}
