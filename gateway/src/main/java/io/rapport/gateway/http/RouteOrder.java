package io.rapport.gateway.http;

/** In which order routes are asked; all come before Quarkus's own, whose upload limit stands at -2. */
public final class RouteOrder {
    /** Headers that every answer has. */
    public static final int COMMON = -10_000;

    /** Answers to other origins. */
    public static final int CROSS_ORIGIN = -9_000;

    /** What the gateway does by itself. */
    public static final int OWN = -8_000;

    /** What a service does. */
    public static final int SERVICES = -7_000;

    /** After Quarkus's: nobody knows the path. */
    public static final int LAST = 100_000;

    private RouteOrder() {}
}
