package io.rapport.platform.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list; {@code cursor} is null on the last. */
public record Page<T>(List<T> items, @Nullable String cursor) {
    /** A page from one row more than was asked for: the row too many says that there is a next page. */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, String> position) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, request.limit());
        return new Page<>(items, PageRequest.cursor(position.apply(items.get(items.size() - 1))));
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), cursor);
    }
}
