package io.rapport.dev.imports.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A row on its way through an import.
 *
 * @param place where it stands
 * @param number its number among all rows of all files, from 1, counted after rows were taken apart into items
 * @param cells what it holds
 * @param item the item of a row that was taken apart, else missing
 * @param index that item's index, from 0
 */
public record Row(Place place, long number, Cells cells, JsonNode item, int index) {
    public static Row whole(Place place, long number, Cells cells) {
        return new Row(place, number, cells, MissingNode.getInstance(), 0);
    }
}
