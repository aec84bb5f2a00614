package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.dev.imports.yaml.YamlNode;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What happens to an order with more lines than an event holds. */
enum TooLarge {
    /** It goes among the rejected rows. */
    REJECT,
    /** Its lines keep only what counts, and where that is not enough the least valuable lines are left out. */
    TRIM;

    private static final Set<String> WHAT_COUNTS = Set.of("product_id", "price", "quantity");

    /** For the message id, and for the two counts that say what was left out. */
    private static final int ROOM = 200;

    static TooLarge read(YamlNode node) {
        return switch (node.text()) {
            case "reject" -> REJECT;
            case "trim" -> TRIM;
            default -> throw node.fault("reject or trim is expected here");
        };
    }

    /** Whether the event's lines were changed. */
    boolean fit(ObjectNode event, List<OrderLine> lines) {
        if (this == REJECT || lines.isEmpty() || size(event) <= EventJson.LARGEST - ROOM) {
            return false;
        }
        lines.forEach(line -> line.json().retain(WHAT_COUNTS));
        if (size(event) > EventJson.LARGEST - ROOM) {
            leaveOut((ObjectNode) event.get("properties"), size(event), lines);
        }
        return true;
    }

    private static int size(ObjectNode event) {
        return Json.write(event).length;
    }

    private static void leaveOut(ObjectNode properties, int size, List<OrderLine> lines) {
        List<OrderLine> leastFirst =
                lines.stream().sorted(Comparator.comparing(OrderLine::amount)).toList();
        ArrayNode products = properties.withArrayProperty("products");
        int left = size;
        int out = 0;
        while (left > EventJson.LARGEST - ROOM && out < lines.size()) {
            left -= Json.write(leastFirst.get(out).json()).length + 1;
            out++;
        }
        products.removeAll();
        Set<OrderLine> leftOut = Collections.newSetFromMap(new IdentityHashMap<>());
        leftOut.addAll(leastFirst.subList(0, out));
        lines.stream()
                .filter(line -> !leftOut.contains(line))
                .map(OrderLine::json)
                .forEach(products::add);
        properties.put("lines", lines.size()).put("lines_left_out", lines.size() - products.size());
    }
}
