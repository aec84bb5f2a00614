package io.rapport.profile.access;

import org.jboss.resteasy.reactive.RestResponse;

/** Answers that may hold a secret: no cache keeps them, and neither does the store of idempotency keys. */
public final class ShownOnce {
    private ShownOnce() {}

    public static <T> RestResponse<T> answer(RestResponse.Status status, T entity) {
        return RestResponse.ResponseBuilder.create(status, entity)
                .header("Cache-Control", "no-store")
                .build();
    }
}
