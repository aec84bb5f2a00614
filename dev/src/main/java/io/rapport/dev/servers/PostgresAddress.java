package io.rapport.dev.servers;

import io.rapport.dev.process.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL is and who one is there.
 *
 * @param database one that is there already, to connect to when others are created
 */
public record PostgresAddress(String host, int port, String database, String user, String password) {
    private static final int USUAL_PORT = 5432;
    private static final String MAINTENANCE = "postgres";

    /** The embedded server on this machine. */
    public static PostgresAddress local(int port) {
        return new PostgresAddress("localhost", port, MAINTENANCE, PostgresServer.USER, PostgresServer.PASSWORD);
    }

    /** Reads {@code postgresql://user:password@host:port/database}; port and database may be left out. */
    public static PostgresAddress parse(String url) {
        try {
            URI uri = new URI(url);
            String[] login = String.valueOf(uri.getUserInfo()).split(":", 2);
            String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
            if (!String.valueOf(uri.getScheme()).startsWith("postgres") || uri.getHost() == null || login.length < 2) {
                throw malformed(null);
            }
            int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
            return new PostgresAddress(uri.getHost(), port, path.isEmpty() ? MAINTENANCE : path, login[0], login[1]);
        } catch (URISyntaxException e) {
            throw malformed(e);
        }
    }

    /** The URL itself is not repeated: it holds a password. */
    private static Refusal malformed(@Nullable Throwable cause) {
        return new Refusal(
                "The PostgreSQL URL is not of the form postgresql://user:password@host:port/database", cause);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
