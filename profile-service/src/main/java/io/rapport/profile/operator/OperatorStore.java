package io.rapport.profile.operator;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.rapport.platform.caller.Role;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The operators in PostgreSQL. */
@ApplicationScoped
class OperatorStore implements PanacheRepositoryBase<OperatorEntity, String> {
    Uni<Optional<Operator>> byName(String username) {
        return findById(username).map(entity -> Optional.ofNullable(entity).map(OperatorEntity::operator));
    }

    Uni<Page<Operator>> page(PageRequest request) {
        String after = request.after() == null ? "" : request.after();
        return find("username > ?1", Sort.by("username"), after)
                .range(0, request.limit())
                .list()
                .map(rows -> rows.stream().map(OperatorEntity::operator).toList())
                .map(rows -> Page.of(rows, request, Operator::username));
    }

    /** How many could still make another admin if this one could not. */
    Uni<Long> otherAdmins(String username) {
        return count("roles like ?1 and username <> ?2", "%" + Role.ADMIN.name() + "%", username);
    }

    Uni<Operator> add(Operator operator) {
        return persist(OperatorEntity.of(operator)).replaceWith(operator);
    }

    Uni<Operator> replace(Operator operator) {
        return findById(operator.username())
                .invoke(entity -> entity.take(operator))
                .replaceWith(operator);
    }
}
