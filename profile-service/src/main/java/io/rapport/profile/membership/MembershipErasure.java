package io.rapport.profile.membership;

import io.rapport.profile.erasure.ErasedPerson;
import io.rapport.profile.erasure.ErasureHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Forgets a person's memberships and what they followed from. */
@ApplicationScoped
class MembershipErasure implements ErasureHandler {
    private final Memberships memberships;
    private final ListedStore lists;

    MembershipErasure(Memberships memberships, ListedStore lists) {
        this.memberships = memberships;
        this.lists = lists;
    }

    @Override
    public String store() {
        return "memberships";
    }

    @Override
    public Uni<Void> erase(SqlConnection transaction, ErasedPerson person) {
        return lists.forget(transaction, person.profileIds())
                .chain(() -> memberships.forget(transaction, Set.copyOf(person.profileIds())));
    }
}
