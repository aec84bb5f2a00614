package io.rapport.profile.access;

import org.jboss.resteasy.reactive.RestResponse;

/** Answers that may hold a secret: no cache keeps them, and the store of idempotency keys for minutes and sealed. */
public final class ShownOnce {
    private ShownOnce() {}

    public static <T> RestResponse<T> answer(RestResponse.Status status, T entity) {
        return RestResponse.ResponseBuilder.create(status, entity)
                .header("Cache-Control", "no-store")
                .build();
    }
}
