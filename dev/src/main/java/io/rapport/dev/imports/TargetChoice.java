package io.rapport.dev.imports;

import io.rapport.dev.imports.delivery.Target;
import io.rapport.dev.launch.Access;
import io.rapport.dev.process.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where an import goes, and with which key; the key is never a command's argument, which others on the machine can read. */
final class TargetChoice {
    static final String KEY = "RAPPORT_SERVER_KEY";

    private TargetChoice() {}

    /** The gateway that is named, else the one of the access file; that file's key goes to its own gateway only. */
    static Target of(Optional<String> gateway, Path accessFile, Map<String, String> environment) {
        String key = environment.getOrDefault(KEY, "").strip();
        if (gateway.isPresent() && !key.isEmpty()) {
            return new Target(address(gateway.get()), key);
        }
        Access access = Access.read(accessFile);
        if (gateway.isPresent() && !address(gateway.get()).equals(address(access.gateway()))) {
            throw new Refusal("For another gateway than " + access.gateway() + " put its server key into " + KEY);
        }
        return new Target(address(access.gateway()), key.isEmpty() ? access.serverKey() : key);
    }

    private static URI address(String text) {
        try {
            URI uri = new URI(text.endsWith("/") ? text : text + "/");
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new Refusal("No address of a gateway: " + text, e);
        }
        throw new Refusal("No address of a gateway: " + text);
    }
}
