package io.rapport.platform.problem;

/**
 * A bad field.
 *
 * @param pointer RFC 6901 JSON pointer into the request's body, or {@code /name} of a query's parameter
 * @param detail what is wrong with it, for a person
 */
public record FieldError(String pointer, String detail) {}
