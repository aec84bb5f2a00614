package io.rapport.platform.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the query's parameters that are no texts. JAX-RS has one that cannot be read be a 404 (Jakarta RESTful Web Services
 * 3.1, 3.2), which is right for a part of the path and misleads after the question mark: there it is a 400 that names the
 * parameter.
 */
@Provider
public final class QueryParameters implements ParamConverterProvider {
    private static final Map<Class<?>, Reading> READINGS = Map.of(
            Integer.class, new Reading(Integer::valueOf, "a whole number"),
            Long.class, new Reading(Long::valueOf, "a whole number"),
            Boolean.class, new Reading(QueryParameters::truth, "true or false"),
            UUID.class, new Reading(UUID::fromString, "a UUID"));

    private record Reading(Function<String, Object> parse, String expected) {}

    private static Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Reading reading = READINGS.get(type);
        Optional<String> name = name(annotations);
        return reading == null || name.isEmpty() ? null : new Named<>(type, name.get(), reading);
    }

    private static Optional<String> name(@Nullable Annotation @Nullable [] annotations) {
        return annotations == null
                ? Optional.empty()
                : Stream.of(annotations)
                        .filter(QueryParam.class::isInstance)
                        .map(annotation -> ((QueryParam) annotation).value())
                        .findFirst();
    }

    private record Named<T>(Class<T> type, String name, Reading reading) implements ParamConverter<T> {
        @Override
        public @Nullable T fromString(@Nullable String text) {
            try {
                return text == null ? null : type.cast(reading.parse().apply(text));
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("/" + name, name + " must be " + reading.expected() + ".");
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
