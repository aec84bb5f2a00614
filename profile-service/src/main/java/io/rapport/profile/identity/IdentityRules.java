package io.rapport.profile.identity;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/** How people are told apart in this shop: the rule of every type, and what stands for nobody. */
public record IdentityRules(Map<IdentifierType, TypeRule> types, BlockedValues blocked) {
    private static final Duration WEEK = Duration.ofDays(7);

    public IdentityRules {
        for (IdentifierType type : IdentifierType.values()) {
            if (!types.containsKey(type)) {
                throw new IllegalArgumentException("There is no rule for " + type.wire());
            }
        }
        types = Map.copyOf(types);
    }

    /** One userId and five of each other type, of devices and browsers within a week; in the order of the types. */
    public static IdentityRules defaults() {
        Map<IdentifierType, TypeRule> types = new EnumMap<>(IdentifierType.class);
        for (IdentifierType type : IdentifierType.values()) {
            types.put(type, rule(type));
        }
        return new IdentityRules(types, BlockedValues.none());
    }

    private static TypeRule rule(IdentifierType type) {
        return switch (type) {
            case USER_ID -> new TypeRule(type.ordinal() + 1, 1, null);
            case EMAIL, PHONE -> new TypeRule(type.ordinal() + 1, 5, null);
            case DEVICE_ID, ANONYMOUS_ID -> new TypeRule(type.ordinal() + 1, 5, WEEK);
        };
    }

    TypeRule of(IdentifierType type) {
        return types.get(type);
    }

    /** The order in which an event's identifiers are taken. */
    Comparator<Identifier> strongestFirst() {
        return Comparator.comparingInt(
                        (Identifier identifier) -> of(identifier.type()).priority())
                .thenComparing(Comparator.naturalOrder());
    }
}
