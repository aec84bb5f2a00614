package io.rapport.profile.source;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sources in PostgreSQL. */
@ApplicationScoped
class SourceStore implements PanacheRepositoryBase<SourceEntity, String> {
    Uni<Optional<Source>> byId(String id) {
        return findById(id).map(entity -> Optional.ofNullable(entity).map(SourceEntity::source));
    }

    Uni<List<Source>> everyone() {
        return listAll(Sort.by("id"))
                .map(entities -> entities.stream().map(SourceEntity::source).toList());
    }

    Uni<List<Source>> byIds(Set<String> ids) {
        return list("id in ?1", ids)
                .map(entities -> entities.stream().map(SourceEntity::source).toList());
    }

    Uni<Page<Source>> page(PageRequest request) {
        String after = request.after() == null ? "" : request.after();
        return find("id > ?1", Sort.by("id"), after)
                .range(0, request.limit())
                .list()
                .map(rows -> Page.of(rows.stream().map(SourceEntity::source).toList(), request, Source::id));
    }

    Uni<Source> add(Source source) {
        return persist(SourceEntity.of(source)).replaceWith(source);
    }

    Uni<Source> replace(Source source) {
        return findById(source.id()).invoke(entity -> entity.take(source)).replaceWith(source);
    }
}
