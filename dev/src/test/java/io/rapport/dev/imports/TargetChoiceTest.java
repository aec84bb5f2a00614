package io.rapport.dev.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.dev.imports.delivery.Target;
import io.rapport.dev.process.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetChoiceTest {
    private static final URI LOCAL = URI.create("http://localhost:8080/");

    @TempDir
    private Path folder;

    private Path access;

    @BeforeEach
    void access() throws IOException {
        access = Files.writeString(folder.resolve("access.json"), """
                {"gateway":"http://localhost:8080","username":"u","password":"p","writeKey":"w","serverKey":"sk_file"}""");
    }

    @Test
    void theAccessFileNamesGatewayAndKey() {
        assertThat(TargetChoice.of(Optional.empty(), access, Map.of())).isEqualTo(new Target(LOCAL, "sk_file"));
    }

    @Test
    void theEnvironmentsKeyGoesFirst() {
        assertThat(TargetChoice.of(Optional.empty(), access, Map.of("RAPPORT_SERVER_KEY", "sk_env"))
                        .serverKey())
                .isEqualTo("sk_env");
    }

    @Test
    void theFilesKeyIsNeverSentToAnotherGateway() {
        assertThatThrownBy(() -> TargetChoice.of(Optional.of("https://shop.example.com"), access, Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("RAPPORT_SERVER_KEY");
        assertThat(TargetChoice.of(
                        Optional.of("https://shop.example.com/rapport"),
                        access,
                        Map.of("RAPPORT_SERVER_KEY", "sk_env")))
                .isEqualTo(new Target(URI.create("https://shop.example.com/rapport/"), "sk_env"));
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThatThrownBy(() ->
                        TargetChoice.of(Optional.of("localhost:8080"), access, Map.of("RAPPORT_SERVER_KEY", "sk_env")))
                .isInstanceOf(Refusal.class)
                .hasMessage("No address of a gateway: localhost:8080");
    }

    @Test
    void aTargetDoesNotTellItsKey() {
        assertThat(new Target(LOCAL, "sk_secret").toString()).doesNotContain("sk_secret");
    }
}
