package io.rapport.dev.imports;

import io.rapport.dev.imports.input.InputFiles;
import io.rapport.dev.imports.mapping.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells one import from another by kind, gateway, mapping and files: change any of them, and it begins anew. */
final class RunName {
    private static final int SHOWN = 12;

    private RunName() {}

    static String of(Kind kind, URI gateway, Path mapping, Path firstFile, InputFiles files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((kind + "\n" + gateway + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(mapping));
            files.addFingerprint(digest);
            String hash = HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
            return kind.word() + "-" + firstFile.getFileName() + "-" + hash;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
