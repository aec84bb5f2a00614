package io.rapport.dev.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    @TempDir
    Path folder;

    @Test
    void theKeysAreMadeOnceAndOnlyTheirOwnerReadsThem() throws Exception {
        // Given
        Path file = folder.resolve("secrets.properties");

        // When
        Secrets first = Secrets.keptIn(file);
        Secrets second = Secrets.keptIn(file);

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Base64.getDecoder().decode(first.secretsKey())).hasSize(32);
    }

    @Test
    void whatThePrivateKeySignsThePublicKeyConfirms() throws Exception {
        // Given
        Secrets secrets = Secrets.keptIn(folder.resolve("secrets.properties"));
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        PrivateKey privateKey = keys.generatePrivate(new PKCS8EncodedKeySpec(bytes(secrets.privateKey())));
        PublicKey publicKey = keys.generatePublic(new X509EncodedKeySpec(bytes(secrets.publicKey())));

        // When
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(privateKey);
        signer.update(new byte[] {1, 2, 3});
        byte[] signature = signer.sign();

        // Then
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(publicKey);
        verifier.update(new byte[] {1, 2, 3});
        assertThat(verifier.verify(signature)).isTrue();
    }

    @Test
    void accessJsonHasTheFieldsOfTheContractAndOnlyItsOwnerReadsIt() throws Exception {
        // Given
        Path file = folder.resolve("access.json");

        // When
        Access access = Access.create("http://localhost:8080");
        access.write(file);

        // Then
        Map<String, JsonNode> fields = new ObjectMapper()
                .readTree(file.toFile()).properties().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(fields).containsOnlyKeys("gateway", "username", "password", "writeKey", "serverKey");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Access.read(file)).isEqualTo(access);
        assertThat(access.writeKey()).startsWith("wk_");
        assertThat(access.serverKey()).startsWith("sk_");
    }

    @Test
    void noSecretShowsWhereARecordIsPrinted() {
        Secrets secrets = Secrets.keptIn(folder.resolve("secrets.properties"));
        Access access = Access.create("http://localhost:8080");

        assertThat(secrets + " " + access)
                .doesNotContain(
                        List.of(secrets.privateKey(), secrets.secretsKey(), access.password(), access.serverKey()));
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
