package io.rapport.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A primitive that may be left out, and is 0 or false then, but not be null. Jackson's own switch for it,
 * {@code FAIL_ON_NULL_FOR_PRIMITIVES}, makes no difference between the two where a record is read.
 */
final class NeverNull<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final JsonDeserializer<?> usual;

    NeverNull(Class<T> primitive) {
        super(primitive);
        usual = NumberDeserializers.find(primitive, primitive.getName());
    }

    @Override
    @SuppressWarnings("unchecked") // Jackson's deserializer of a primitive answers with what boxes it.
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return (T) usual.deserialize(parser, context);
    }

    @Override
    public T getNullValue(DeserializationContext context) throws JsonMappingException {
        return context.reportInputMismatch(this, "null is no value of this field");
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
        return usual.getNullValue(context);
    }

    @Override
    public LogicalType logicalType() {
        return usual.logicalType();
    }
}
