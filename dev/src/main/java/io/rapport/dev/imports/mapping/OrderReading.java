package io.rapport.dev.imports.mapping;

import io.rapport.dev.imports.yaml.YamlMap;
import io.rapport.dev.imports.yaml.YamlNode;
import java.util.Optional;

/** Reads {@code order} and {@code lines}. */
final class OrderReading {
    private OrderReading() {}

    static OrderMapping read(YamlNode order, Optional<YamlNode> lines, EventJson json) {
        YamlMap map = order.map();
        OrderMapping mapping = new OrderMapping(
                Fields.read(map, OrderMapping.ENVELOPE),
                Fields.read(map, OrderMapping.FIELDS),
                Properties.take(map, "properties"),
                Properties.take(map, "context"),
                lines.map(LineMapping::read),
                map.take("tooLarge", TooLarge::read).orElse(TooLarge.REJECT),
                json);
        map.refuseOthers();
        boolean worth = mapping.lines().map(LineMapping::hasAmounts).orElse(false);
        if (!worth && !mapping.fields().has("revenue")) {
            throw order.fault("nothing says what an order is worth: give revenue, or lines with price or amount");
        }
        return mapping;
    }
}
