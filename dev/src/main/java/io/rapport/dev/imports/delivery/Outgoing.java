package io.rapport.dev.imports.delivery;

import io.rapport.dev.imports.input.Place;
import io.rapport.dev.imports.mapping.Content;

/**
 * A record on its way to the gateway.
 *
 * @param number its number among all records of the import, from 1
 * @param place where its first row stands
 */
public record Outgoing(long number, Place place, Content content) {
    int bytes() {
        return content.json().length;
    }
}
