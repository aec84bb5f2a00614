package io.rapport.platform.clock;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says why a class reads the system's clock and not the business clock: token lifetimes, cache TTLs and retention do. The
 * architecture test refuses whoever does without saying why.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SystemTime {
    /** The reason. */
    String value();
}
