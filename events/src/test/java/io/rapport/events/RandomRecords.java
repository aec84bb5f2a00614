package io.rapport.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Instances of any record of this module with seeded random content; what may be null sometimes is. */
final class RandomRecords {
    private final Random random;

    RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    <T> T next(Class<T> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(components[i]);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private @Nullable Object value(RecordComponent component) throws ReflectiveOperationException {
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class) && random.nextBoolean()) {
            return null;
        }
        Class<?> type = component.getType();
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        return switch (type.getSimpleName()) {
            case "String" -> text(component.getName());
            case "UUID" -> new UUID(random.nextLong(), random.nextLong());
            case "Instant" -> Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
            case "long" -> random.nextLong(Long.MAX_VALUE);
            case "int" -> random.nextInt(1_000_000);
            case "boolean" -> random.nextBoolean();
            case "Set" -> Set.of("catalog:write", "scope-" + random.nextInt(1000));
            case "List" -> List.of(new UUID(random.nextLong(), random.nextLong()));
            case "JsonNode" -> json();
            case "Device" -> next(Device.class);
            case "Money" -> new Money(BigDecimal.valueOf(random.nextInt(10_000_000), 2), "EUR");
            default -> throw new IllegalStateException("No random value of " + type);
        };
    }

    private String text(String name) {
        return switch (name) {
            case "hash" -> HexFormat.of().formatHex(bytes(32));
            case "reason" -> "missing-event-name";
            case "currency" -> "EUR";
            default -> "é\"" + name + "-" + random.nextInt(1_000_000);
        };
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private JsonNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("product_id", "p-" + random.nextInt(1000))
                .put("quantity", random.nextInt(10))
                .set("nested", JsonNodeFactory.instance.objectNode().put("flag", random.nextBoolean()));
    }
}
