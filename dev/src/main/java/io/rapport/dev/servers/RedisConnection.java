package io.rapport.dev.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The few words of Redis's protocol that it takes to see that it answers and to empty one of its databases. */
public record RedisConnection(int port) {
    private static final int TIMEOUT_MILLIS = 2_000;

    public boolean answers() {
        try {
            return "+PONG".equals(lastReply("PING"));
        } catch (IOException e) {
            return false;
        }
    }

    public void flush(int database) {
        try {
            String reply = lastReply("SELECT " + database, "FLUSHDB");
            if (!"+OK".equals(reply)) {
                throw new IllegalStateException("Redis does not flush database " + database + ": " + reply);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Redis does not answer on port " + port, e);
        }
    }

    String lastReply(String... commands) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            BufferedReader replies =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String reply = "";
            for (String command : commands) {
                socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
                reply = String.valueOf(replies.readLine());
            }
            return reply;
        }
    }
}
