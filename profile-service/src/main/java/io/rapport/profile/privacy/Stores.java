package io.rapport.profile.privacy;

import io.quarkus.arc.All;
import io.rapport.profile.erasure.ErasedPerson;
import io.rapport.profile.erasure.ErasureHandler;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Every store of this service that keeps something of a person. */
@ApplicationScoped
class Stores {
    private final List<ErasureHandler> handlers;

    Stores(@All List<ErasureHandler> handlers) {
        this.handlers = handlers.stream()
                .sorted(Comparator.comparingInt(ErasureHandler::order))
                .toList();
    }

    Uni<Void> erase(SqlConnection transaction, ErasedPerson person) {
        return each(handler -> handler.erase(transaction, person));
    }

    Uni<Void> evict(ErasedPerson person) {
        return each(handler -> handler.evict(person));
    }

    private Uni<Void> each(Function<ErasureHandler, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(handlers)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .onItem()
                .ignoreAsUni();
    }
}
