package io.rapport.dev.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.dev.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkChoiceTest {
    @TempDir
    Path folder;

    @Test
    void theNewestJdkIsTakenByNumberAndNotByName() throws Exception {
        // Given
        jdk(".jdks/temurin 900.0.9", "900.0.9");
        Path newest = jdk(".jdks/temurin 900.0.10", "900.0.10");
        Path fromJavaHome = jdk("current", "899.1");

        // When
        String chosen = choose(Map.of("HOME", folder.toString(), "JAVA_HOME", fromJavaHome.toString()));

        // Then
        assertThat(chosen).isEqualTo("900.0.10 " + newest);
    }

    @Test
    void aRuntimeWithoutACompilerIsNotAJdk() throws Exception {
        // Given
        Path jdk = jdk(".jdks/jdk", "900");
        Files.delete(jdk(".jdks/jre", "901").resolve("bin/javac"));

        // When
        String chosen = choose(Map.of("HOME", folder.toString()));

        // Then
        assertThat(chosen).isEqualTo("900 " + jdk);
    }

    @Test
    void oneThatIsNamedIsTakenWhateverElseThereIs() throws Exception {
        // Given
        jdk(".jdks/newer", "900");
        Path named = jdk("named", "17.0.2");

        // When
        String chosen = choose(Map.of("HOME", folder.toString(), "RAPPORT_JAVA_HOME", named.toString()));

        // Then
        assertThat(chosen).isEqualTo("17.0.2 " + named);
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.toRealPath().resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        for (String program : new String[] {"java", "javac"}) {
            Path file = Files.writeString(jdk.resolve("bin").resolve(program), "#!/bin/sh\nexit 1\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return jdk;
    }

    private static String choose(Map<String, String> environment) throws Exception {
        String script = Checkout.find().root().resolve("rapport").toString();
        ProcessBuilder builder = new ProcessBuilder(script, "jdk").redirectErrorStream(true);
        builder.environment().keySet().removeAll(Set.of("JAVA_HOME", "RAPPORT_JAVA_HOME"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
