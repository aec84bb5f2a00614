package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.dev.imports.group.Group;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.value.ColumnUse;
import io.rapport.dev.imports.value.Expression;
import io.rapport.dev.imports.yaml.YamlMap;
import io.rapport.dev.imports.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Any of Segment's calls. */
record EventMapping(Fields fields, Map<String, Properties> objects, EventJson json) implements RecordMapping {
    private static final List<FieldSpec> FIELDS = List.of(
            FieldSpec.of("type", FieldType.TEXT),
            FieldSpec.of("name", FieldType.TEXT),
            FieldSpec.of("category", FieldType.TEXT),
            FieldSpec.of("messageId", FieldType.TEXT),
            FieldSpec.of("userId", FieldType.TEXT),
            FieldSpec.of("anonymousId", FieldType.TEXT),
            FieldSpec.of("previousId", FieldType.TEXT),
            FieldSpec.of("groupId", FieldType.TEXT),
            new FieldSpec("time", "timestamp", FieldType.TIME, true));

    static EventMapping read(YamlNode event, EventJson json) {
        YamlMap map = event.map();
        EventMapping mapping = new EventMapping(
                Fields.read(map, FIELDS),
                Map.of(
                        "properties", Properties.take(map, "properties"),
                        "traits", Properties.take(map, "traits"),
                        "context", Properties.take(map, "context")),
                json);
        map.refuseOthers();
        return mapping;
    }

    @Override
    public Content map(Group group) {
        List<Row> rows = group.rows();
        Row first = group.first();
        ObjectNode event = EventCall.shape(fields.fill(rows), first);
        for (String name : List.of("properties", "traits", "context")) {
            ObjectNode filled = objects.get(name).fill(rows);
            if (!filled.isEmpty()) {
                event.set(name, filled);
            }
        }
        json.check(event, first);
        return json.content(event, first, false);
    }

    @Override
    public Optional<Expression> identity() {
        return Optional.empty();
    }

    @Override
    public void columns(Consumer<ColumnUse> uses) {
        fields.columns(uses);
        objects.values().forEach(properties -> properties.columns(uses));
    }
}
