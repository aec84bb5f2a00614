package io.rapport.platform.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What only the gateway itself may ask. */
@Path("/internal/notes")
public class InternalResource {
    @GET
    public String get() {
        return "for the gateway";
    }
}
