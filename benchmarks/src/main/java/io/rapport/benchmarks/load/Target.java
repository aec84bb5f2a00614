package io.rapport.benchmarks.load;

import java.util.Map;

/** Where a request goes, and with which headers. */
public record Target(String host, int port, String path, Map<String, String> headers) {}
