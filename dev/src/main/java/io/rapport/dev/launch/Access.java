package io.rapport.dev.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.dev.process.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** Who one is at the running suite: {@code .rapport/access.json}, whose fields are part of the public contract. */
public record Access(String gateway, String username, String password, String writeKey, String serverKey) {
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int PASSWORD_LENGTH = 20;
    private static final int WRITE_KEY_LENGTH = 24;
    private static final int SERVER_KEY_LENGTH = 40;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A first operator, with a password and keys that nobody has seen. */
    static Access create(String gateway) {
        return new Access(
                gateway,
                "admin",
                random(PASSWORD_LENGTH),
                "wk_" + random(WRITE_KEY_LENGTH),
                "sk_" + random(SERVER_KEY_LENGTH));
    }

    public static Access read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Access.class);
        } catch (IOException e) {
            throw new Refusal("Cannot read " + file + "; ./rapport up writes it", e);
        }
    }

    Access at(String address) {
        return new Access(address, username, password, writeKey, serverKey);
    }

    void write(Path file) {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(aside);
            Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            JSON.writerWithDefaultPrettyPrinter().writeValue(aside.toFile(), this);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Refusal("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static String random(int length) {
        SecureRandom random = new SecureRandom();
        return random.ints(length, 0, ALPHABET.length())
                .collect(
                        StringBuilder::new, (text, index) -> text.append(ALPHABET.charAt(index)), StringBuilder::append)
                .toString();
    }

    @Override
    public String toString() {
        return "Access[gateway=" + gateway + ", username=" + username + ", …]";
    }
}
