package io.rapport.dev;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Asks the host of the test servers for things. */
record HostClient(String url) {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 180_000;
    private static final int OK = 200;

    /** Posts to a path with the given names and values as parameters and returns the answer's text. */
    String post(String path, String... parameters) {
        try {
            HttpURLConnection connection = open(path, parameters);
            try (InputStream body = body(connection)) {
                String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                if (connection.getResponseCode() != OK) {
                    throw new IllegalStateException("The test servers' host on " + path + ": " + text);
                }
                return text;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The test servers' host does not answer at " + url, e);
        }
    }

    private HttpURLConnection open(String path, String... parameters) throws IOException {
        StringBuilder address = new StringBuilder(url).append('/').append(path).append('?');
        for (int i = 0; i < parameters.length; i += 2) {
            String value = URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8);
            address.append(parameters[i]).append('=').append(value).append('&');
        }
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address.toString()).toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        return connection;
    }

    private static InputStream body(HttpURLConnection connection) throws IOException {
        if (connection.getResponseCode() == OK) {
            return connection.getInputStream();
        }
        InputStream error = connection.getErrorStream();
        return error == null ? InputStream.nullInputStream() : error;
    }
}
