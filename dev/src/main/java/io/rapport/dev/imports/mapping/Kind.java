package io.rapport.dev.imports.mapping;

import java.util.Locale;

/** What an import loads. */
public enum Kind {
    PRODUCTS,
    ORDERS,
    EVENTS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
