package io.rapport.profile.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.caller.Role;
import io.rapport.profile.event.EventView;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How much of a person a caller sees. Analysts work with figures: they get the shape of contact details
 * ({@code a***@example.com}), and of names and addresses only that there are some. Everybody else who may read profiles
 * sees all of it.
 */
enum Sight {
    FULL,
    MASKED;

    private static final Set<String> CONTACTS = Set.of("email", "phone");
    private static final Pattern GAPS = Pattern.compile("[ ()./-]");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{8,15}");
    private static final Pattern SEPARATORS = Pattern.compile("[ _.-]");
    private static final Set<String> MASKED_FIELDS = Set.of(
            "email",
            "phone",
            "firstname",
            "lastname",
            "fullname",
            "username",
            "middlename",
            "nickname",
            "emailaddress",
            "mobile",
            "telephone",
            "phonenumber",
            "address",
            "address1",
            "address2",
            "addressline1",
            "addressline2",
            "street",
            "housenumber",
            "city",
            "zip",
            "zipcode",
            "postcode",
            "postalcode",
            "birthday",
            "birthdate",
            "dateofbirth",
            "dob",
            "ssn",
            "iban",
            "avatar",
            "ip",
            "deviceid",
            "advertisingid");

    static Sight of(Caller caller) {
        boolean isOperator = caller.kind() == Caller.Kind.OPERATOR;
        boolean seesAll = caller.roles().contains(Role.ADMIN)
                || caller.roles().contains(Role.SUPPORT)
                || caller.roles().contains(Role.MARKETER);
        return isOperator && !seesAll ? MASKED : FULL;
    }

    /** What a profile goes by: a contact, also where it serves as a userId or the like. */
    String identity(String type, String value) {
        boolean isContact = CONTACTS.contains(type) || value.indexOf('@') >= 0 || isPhone(value);
        return this == FULL || !isContact ? value : masked(value);
    }

    /** Digits alone may be any number; with the sign or the zero in front, or with gaps between them, they are to be dialled. */
    private static boolean isPhone(String value) {
        String digits = GAPS.matcher(value).replaceAll("");
        return PHONE.matcher(digits).matches()
                && (digits.length() < value.length() || "+0".indexOf(digits.charAt(0)) >= 0);
    }

    /** An event, whose traits are seen as the profile's are. */
    EventView event(EventView event) {
        boolean isOfTraits = event.type().equals("identify") || event.type().equals("group");
        return this == FULL ? event : event.with(isOfTraits ? this::traits : this::json, this::context);
    }

    private JsonNode context(JsonNode context) {
        JsonNode seen = json(context);
        if (seen.path("traits") instanceof ObjectNode) {
            ((ObjectNode) seen).set("traits", traits(context.get("traits")));
        }
        return seen;
    }

    /** Traits: here {@code name} is the person's. */
    JsonNode traits(JsonNode traits) {
        if (this == FULL) {
            return traits;
        }
        ObjectNode seen = (ObjectNode) json(traits);
        if (seen.path("name").isTextual()) {
            seen.put("name", masked(seen.get("name").textValue()));
        }
        return seen;
    }

    /** Properties and context of events. */
    JsonNode json(JsonNode node) {
        return this == FULL ? node : maskedJson(node);
    }

    private static JsonNode maskedJson(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(field -> copy.set(field.getKey(), maskedField(field.getKey(), field.getValue())));
            return copy;
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(child -> copy.add(maskedJson(child)));
            return copy;
        }
        return node.isTextual() && node.textValue().indexOf('@') >= 0 ? maskedText(node) : node;
    }

    private static JsonNode maskedField(String name, JsonNode value) {
        String plain = SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
        if (!MASKED_FIELDS.contains(plain) || value.isNull()) {
            return maskedJson(value);
        }
        if (value.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(child -> copy.add(maskedField(name, child)));
            return copy;
        }
        return value.isValueNode() ? maskedText(value) : maskedJson(value);
    }

    private static JsonNode maskedText(JsonNode value) {
        return JsonNodeFactory.instance.textNode(masked(value.asText()));
    }

    private static String masked(String value) {
        int at = value.lastIndexOf('@');
        String first = value.isEmpty() ? "" : value.substring(0, value.offsetByCodePoints(0, 1));
        return first + "***" + (at > 0 ? value.substring(at) : "");
    }
}
