package io.rapport.dev.imports.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A few things, each with a number. */
final class Numbered<T> {
    private final List<T> things = new ArrayList<>();
    private final Map<T, Integer> numbers = new HashMap<>();

    int number(T thing) {
        Integer known = numbers.putIfAbsent(thing, things.size());
        if (known == null) {
            things.add(thing);
            return things.size() - 1;
        }
        return known;
    }

    T at(int number) {
        return things.get(number);
    }
}
