package io.rapport.dev.servers;

import io.rapport.dev.process.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import redis.embedded.RedisExecProvider;

/** The server that the embedded-redis artifact ships, on disk. */
final class RedisBinary {
    private RedisBinary() {}

    static Path program(Path runtime) {
        byte[] program = program();
        return Unpacked.folder(runtime, "redis", program, folder -> {
                    Path file = Files.write(folder.resolve("redis-server"), program);
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                })
                .resolve("redis-server");
    }

    private static byte[] program() {
        try (InputStream in = RedisExecProvider.class.getResourceAsStream("/" + resource())) {
            if (in == null) {
                throw new Refusal("No Redis for this platform: " + resource());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource() {
        Platform platform = Platform.current();
        return "redis-server-" + RedisExecProvider.redisVersion + (platform.isLinux() ? "-linux-" : "-darwin-")
                + (platform.isArm() ? "arm64" : "amd64");
    }
}
