package io.rapport.dev.imports.input;

/**
 * Where a row stands.
 *
 * @param file the file's name
 * @param line the line on which it begins, from 1
 */
public record Place(String file, long line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
