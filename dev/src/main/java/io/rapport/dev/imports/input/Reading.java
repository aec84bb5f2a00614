package io.rapport.dev.imports.input;

import com.fasterxml.jackson.databind.JsonNode;

/** What one row of a file turned out to be. */
public sealed interface Reading {
    Place place();

    record Good(Place place, Cells cells) implements Reading {}

    /** A row that cannot be read; those after it can. */
    record Bad(Place place, String reason, JsonNode raw) implements Reading {}
}
