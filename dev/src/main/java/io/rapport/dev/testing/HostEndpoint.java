package io.rapport.dev.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rapport.dev.servers.Durability;
import io.rapport.dev.servers.RunningServer;
import io.rapport.dev.servers.ServerKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What test processes ask of the host, over HTTP on the loopback interface: one POST, one line of text as the answer. */
final class HostEndpoint implements AutoCloseable {
    private static final int OK = 200;
    private static final int UNKNOWN = 404;
    private static final int GONE = 410;
    private static final int FAILED = 500;

    private final ServerPool pool;
    private final Resources resources;
    private final Clients clients;
    private final Leases leases;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    HostEndpoint(ServerPool pool, Resources resources, Clients clients, Leases leases) throws IOException {
        this.pool = pool;
        this.resources = resources;
        this.clients = clients;
        this.leases = leases;
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    int port() {
        return http.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Answer answer;
        try {
            answer = answer(exchange.getRequestURI().getPath().substring(1), Query.of(exchange.getRequestURI()));
        } catch (RuntimeException e) {
            answer = new Answer(FAILED, String.valueOf(e.getMessage()));
        }
        byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(String what, Query query) {
        return switch (what) {
            case "clients" -> register(query.number("pid"));
            case "databases" -> ok(resources.database(server(query), query.text("hint"), query.number("owner")));
            case "topics" ->
                ok(resources.topics(server(query), (int) query.number("partitions"), query.number("owner")));
            case "redis-databases" -> ok(String.valueOf(resources.redisDatabase(server(query))));
            case "servers" -> startOwn(query);
            case "stop", "kill", "start", "pause", "resume", "remove" -> control(what, query.text("server"));
            default -> new Answer(UNKNOWN, "no such thing: " + what);
        };
    }

    private Answer register(long pid) {
        return pool.allAlive() && clients.register(pid) ? ok("welcome") : new Answer(GONE, "the servers are stopping");
    }

    private Answer startOwn(Query query) {
        ServerKind kind = ServerKind.valueOf(query.text("kind").toUpperCase(Locale.ROOT));
        String name = pool.startOwn(kind, Durability.valueOf(query.text("durability")));
        leases.add(query.number("owner"), () -> pool.remove(name));
        return ok(name + " " + pool.find(name).orElseThrow().server().port());
    }

    private Answer control(String verb, String name) {
        switch (verb) {
            case "stop" -> named(name).stop();
            case "kill" -> named(name).kill();
            case "start" -> named(name).startAgain();
            case "pause" -> named(name).pause();
            case "resume" -> named(name).resume();
            default -> pool.remove(name);
        }
        return ok("done");
    }

    private RunningServer server(Query query) {
        return named(query.text("server"));
    }

    private RunningServer named(String name) {
        return pool.find(name).orElseThrow(() -> new IllegalArgumentException("no server " + name));
    }

    private static Answer ok(String text) {
        return new Answer(OK, text);
    }

    private record Answer(int status, String text) {}

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
