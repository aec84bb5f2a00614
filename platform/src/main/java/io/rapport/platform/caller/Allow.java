package io.rapport.platform.caller;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call a resource method (or all of a class); {@link Role#ADMIN} always may. Under {@code /api} none means nobody. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allow {
    /** Operators' roles beside admin. */
    Role[] roles() default {};

    /** The scope that opens it to a server key, {@code catalog:write}; empty: no server key may. */
    String scope() default "";

    /** Visitors' clients too, and callers without any credential if {@link #anybody()}. */
    boolean visitors() default false;

    /** No credential needed, beyond coming through the gateway. */
    boolean anybody() default false;
}
