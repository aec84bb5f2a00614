package io.rapport.profile.place;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a database of one place: half of all IPv4 addresses, those from 128.0.0.0, are in it. After MaxMind DB File Format
 * Specification 2.0: a search tree of 24-bit records, 16 zero bytes, the data, and the metadata behind their marker.
 */
final class PlaceFile {
    private static final byte[] MARKER = {(byte) 0xAB, (byte) 0xCD, (byte) 0xEF};
    private static final int NODES = 1;
    private static final int MAP = 7;
    private static final int TEXT = 2;
    private static final int UINT16 = 5;
    private static final int UINT32 = 6;
    private static final int UINT64 = 9;
    private static final int ARRAY = 11;
    private static final int EXTENDED = 7;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PlaceFile() {}

    static void write(Path file, String country, String region, String city) throws IOException {
        PlaceFile database = new PlaceFile();
        database.record(NODES);
        database.record(NODES + 16);
        database.out.write(new byte[16]);
        database.value(Map.of(
                "country", Map.of("iso_code", country),
                "subdivisions", List.of(Map.of("iso_code", region)),
                "city", Map.of("names", Map.of("en", city))));
        database.out.write(MARKER);
        database.out.write("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
        database.metadata();
        Files.write(file, database.out.toByteArray());
    }

    private void record(int value) {
        out.write(value >> 16);
        out.write(value >> 8);
        out.write(value);
    }

    private void metadata() throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("binary_format_major_version", (short) 2);
        fields.put("binary_format_minor_version", (short) 0);
        fields.put("build_epoch", 1L);
        fields.put("database_type", "Test-City");
        fields.put("description", Map.of("en", "A test"));
        fields.put("ip_version", (short) 4);
        fields.put("languages", List.of("en"));
        fields.put("node_count", NODES);
        fields.put("record_size", (short) 24);
        value(fields);
    }

    private void value(Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            control(MAP, map.size());
            for (Map.Entry<?, ?> each : map.entrySet()) {
                value(each.getKey());
                value(each.getValue());
            }
        } else if (value instanceof List<?> list) {
            control(ARRAY, list.size());
            for (Object each : list) {
                value(each);
            }
        } else if (value instanceof String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            control(TEXT, utf8.length);
            out.write(utf8);
        } else {
            number((Number) value);
        }
    }

    private void number(Number number) {
        int type = number instanceof Short ? UINT16 : number instanceof Integer ? UINT32 : UINT64;
        long value = number.longValue();
        int bytes = (Long.SIZE - Long.numberOfLeadingZeros(value) + 7) / 8;
        control(type, bytes);
        for (int i = bytes - 1; i >= 0; i--) {
            out.write((int) (value >> (8 * i)));
        }
    }

    private void control(int type, int size) {
        if (type > EXTENDED) {
            out.write(size);
            out.write(type - EXTENDED);
        } else {
            out.write(type << 5 | size);
        }
    }
}
