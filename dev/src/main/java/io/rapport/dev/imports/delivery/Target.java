package io.rapport.dev.imports.delivery;

import java.net.URI;

/** The gateway, and the key of a back end that it knows. */
public record Target(URI gateway, String serverKey) {
    @Override
    public String toString() {
        return "Target[" + gateway + "]";
    }
}
