package io.rapport.profile.condition.read;

/**
 * Where in a condition the reader is.
 *
 * @param depth 1 at the root
 */
record Place(String pointer, Scope scope, int depth) {
    Place at(String step) {
        return new Place(Faults.step(pointer, step), scope, depth);
    }

    Place deeper(String step) {
        return new Place(Faults.step(pointer, step), scope, depth + 1);
    }

    Place in(Scope inner) {
        return new Place(pointer, inner, depth);
    }
}
