package io.rapport.dev.imports.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is done to every text field before a mapping sees it.
 *
 * @param trim whether spaces around it are left out
 * @param missing texts that stand for nothing
 * @param keepMalformed whether characters that the charset could not decode may stay (as U+FFFD)
 */
record FieldCleaning(boolean trim, Set<String> missing, boolean keepMalformed) {
    Reading read(Place place, Header header, List<String> fields) {
        List<String> values = new ArrayList<>(fields.size());
        for (String field : fields) {
            if (!keepMalformed && isMalformed(field)) {
                String reason =
                        header.names().get(values.size()) + ": holds bytes that are no text in the file's charset";
                return new Reading.Bad(place, reason, new Columns(header, fields).shown());
            }
            values.add(clean(field));
        }
        return new Reading.Good(place, new Columns(header, values));
    }

    static boolean isMalformed(String text) {
        return text.indexOf('\uFFFD') >= 0;
    }

    private String clean(String field) {
        String value = trim ? field.strip() : field;
        return missing.contains(value) ? "" : value;
    }
}
