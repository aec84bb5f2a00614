package io.rapport.benchmarks.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/** The running house, as {@code ./rapport up} describes it in {@code .rapport/access.json}. */
public record HouseAccess(URI gateway, String writeKey, String serverKey) {
    public static HouseAccess read(Path file) throws IOException {
        JsonNode access = new ObjectMapper().readTree(file.toFile());
        return new HouseAccess(
                URI.create(access.get("gateway").asText()),
                access.get("writeKey").asText(),
                access.get("serverKey").asText());
    }

    /** The header of a visitor's client. */
    public String publicAuthorization() {
        String user = writeKey + ":";
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    /** The header of a shop's back end. */
    public String serverAuthorization() {
        return "Bearer " + serverKey;
    }
}
