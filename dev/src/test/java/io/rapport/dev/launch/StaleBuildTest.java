package io.rapport.dev.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.dev.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script builds, and what it builds from nothing; Maven and Java are stand-ins. */
class StaleBuildTest {
    private static final List<String> MODULES = List.of(
            "events",
            "events-rules",
            "platform",
            "dev",
            "profile-service",
            "recommendation-service",
            "campaign-service",
            "survey-service",
            "gateway");
    private static final FileTime BEFORE = FileTime.from(Instant.now().minusSeconds(600));

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void checkOut() throws IOException {
        root = Files.createDirectories(folder.toRealPath().resolve("a checkout"));
        program(folder.resolve("bin/mvn"), "echo \"$@\" >>'" + root + "/maven.txt'");
        program(folder.resolve("jdk/bin/java"), "");
        program(folder.resolve("jdk/bin/javac"), "");
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
        Files.copy(Checkout.find().root().resolve("rapport"), root.resolve("rapport"));
        write("pom.xml");
        write("docs/openapi.json");
        for (String module : MODULES) {
            module(module);
        }
        write("gateway/target/classes/io/rapport/gateway/operations/openapi.json");
    }

    private void module(String module) throws IOException {
        write(module + "/pom.xml");
        write(module + "/src/main/java/io/rapport/Part.java");
        write(module + "/src/main/resources/db/V1__first.sql");
        write(module + "/target/classes/io/rapport/Part.class");
        write(module + "/target/classes/io/rapport/Part$Inner.class");
        write(module + "/target/classes/db/V1__first.sql");
        write(module + "/target/classes/META-INF/jandex.idx");
        write("dev/target/lib/" + module + "-1.jar");
        String artifact = module.equals("dev") ? "/target/dev-1.jar" : "/target/quarkus-app/quarkus-run.jar";
        Files.setLastModifiedTime(write(module + artifact), FileTime.from(Instant.now()));
        try (Stream<Path> sources = Files.walk(root.resolve(module + "/src/main"))) {
            for (Path source : sources.toList()) {
                Files.setLastModifiedTime(source, BEFORE);
            }
        }
    }

    private Path write(String file) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        Files.setLastModifiedTime(path, BEFORE);
        return path;
    }

    private static void program(Path file, String line) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Runs {@code ./rapport up} and returns the modules that Maven was told to build. */
    private List<String> built() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(root.resolve("rapport").toString(), "up").redirectErrorStream(true);
        builder.environment().put("RAPPORT_JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        Path calls = root.resolve("maven.txt");
        return Files.exists(calls)
                ? List.of(Files.readString(calls)
                        .replaceFirst("(?s).* -pl (\\S+) .*", "$1")
                        .split(","))
                : List.of();
    }

    private boolean isClean(String module) {
        return !Files.exists(root.resolve(module + "/target/classes"));
    }

    @Test
    void whatIsBuiltIsNotBuiltAgain() throws Exception {
        assertThat(built()).isEmpty();
    }

    @Test
    void whatChangedIsBuiltOnTopOfWhatThereIs() throws Exception {
        // Given
        Path source = root.resolve("gateway/src/main/java/io/rapport/Part.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        // When, Then
        assertThat(built()).containsExactly("gateway");
        assertThat(isClean("gateway")).isFalse();
    }

    @Test
    void aRenamedMigrationLeavesNoCopyOfItsOldName() throws Exception {
        // Given a pull that keeps the file's time
        Path old = root.resolve("profile-service/src/main/resources/db/V1__first.sql");
        Files.move(old, old.resolveSibling("V1__renamed.sql"), StandardCopyOption.ATOMIC_MOVE);
        Files.setLastModifiedTime(old.getParent(), BEFORE);

        // When, Then
        assertThat(built()).containsExactly("profile-service");
        assertThat(MODULES).filteredOn(this::isClean).containsExactly("profile-service");
    }

    @Test
    void aDeletedClassIsGoneWithWhatStoodInIt() throws Exception {
        // Given
        Files.delete(root.resolve("survey-service/src/main/java/io/rapport/Part.java"));

        // When, Then
        assertThat(built()).containsExactly("survey-service");
        assertThat(isClean("survey-service")).isTrue();
    }

    @Test
    void whatIsGoneFromASharedModuleIsGoneFromAllThatPackIt() throws Exception {
        // Given
        Files.delete(root.resolve("platform/src/main/resources/db/V1__first.sql"));

        // When, Then
        assertThat(built()).hasSize(5).doesNotContain("dev");
        assertThat(MODULES).filteredOn(this::isClean).containsExactly("platform");
    }

    @Test
    void aDeletionIsNoticedAlsoWhereSomebodyElseHasCleanedTheClasses() throws Exception {
        // Given
        Files.delete(root.resolve("gateway/src/main/resources/db/V1__first.sql"));
        Files.delete(root.resolve("gateway/target/classes/db/V1__first.sql"));
        Files.setLastModifiedTime(
                root.resolve("gateway/src/main/resources/db"),
                FileTime.from(Instant.now().plusSeconds(5)));

        // When, Then
        assertThat(built()).containsExactly("gateway");
        assertThat(isClean("gateway")).isFalse();
    }
}
