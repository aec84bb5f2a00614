package io.rapport.recommendation.catalog;

import io.rapport.recommendation.input.FieldReader;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Addresses that a shop's page may link to: http, https, or a path on the shop's own host. */
final class Links {
    private Links() {}

    static @Nullable String read(FieldReader fields, String name) {
        String link = fields.text(name, ProductLimits.URL);
        if (link != null && !isLink(link)) {
            fields.fault(name, "An http or https address, or a path that begins with \"/\", is expected here.");
        }
        return link;
    }

    static boolean isLink(String link) {
        try {
            URI uri = new URI(link);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web ? uri.getHost() != null : !uri.isAbsolute() && uri.getRawAuthority() == null && isPath(link);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isPath(String link) {
        return link.startsWith("/") && !link.startsWith("//");
    }
}
