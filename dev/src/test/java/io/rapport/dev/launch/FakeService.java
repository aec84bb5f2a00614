package io.rapport.dev.launch;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Stands in for a service, which is not built yet when this module is tested: it tells its environment when asked. */
public final class FakeService {
    private FakeService() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.createContext("/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        http.createContext("/environment", exchange -> {
            byte[] body = environment().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        http.start();
        System.out.println("listens on port " + port);
    }

    private static String environment() {
        return System.getenv().entrySet().stream()
                .map(Map.Entry::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
