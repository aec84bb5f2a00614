package io.rapport.profile.serverkey;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.profile.paging.Position;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The server keys in PostgreSQL. */
@ApplicationScoped
class ServerKeyStore implements PanacheRepositoryBase<ServerKeyEntity, UUID> {
    Uni<Optional<ServerKey>> byId(UUID id) {
        return findById(id).map(entity -> Optional.ofNullable(entity).map(ServerKeyEntity::serverKey));
    }

    Uni<List<ServerKey>> everyone() {
        return listAll()
                .map(entities ->
                        entities.stream().map(ServerKeyEntity::serverKey).toList());
    }

    /** By id: keys are few, and their ids say nothing about their age. */
    Uni<Page<ServerKey>> page(PageRequest request) {
        return find("id > ?1", Sort.by("id"), Position.idAfter(request))
                .range(0, request.limit())
                .list()
                .map(rows -> rows.stream().map(ServerKeyEntity::serverKey).toList())
                .map(rows -> Page.of(rows, request, key -> key.id().toString()));
    }

    Uni<ServerKey> add(ServerKey key) {
        return persist(ServerKeyEntity.of(key)).replaceWith(key);
    }
}
