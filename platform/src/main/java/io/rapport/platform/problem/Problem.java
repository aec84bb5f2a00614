package io.rapport.platform.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An error that the caller is told about. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<FieldError> errors;
    private final transient Map<String, String> headers;

    private Problem(ProblemType type, String detail, List<FieldError> errors, Map<String, String> headers) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), Map.of());
    }

    /** A problem with the fields that are at fault. */
    public static Problem of(ProblemType type, String detail, List<FieldError> errors) {
        return new Problem(type, detail, errors, Map.of());
    }

    public static Problem notFound(String what, String id) {
        return of(CommonProblem.NOT_FOUND, "There is no " + what + " '" + id + "'.");
    }

    public static Problem invalid(String pointer, String detail) {
        return of(CommonProblem.INVALID_REQUEST, detail, List.of(new FieldError(pointer, detail)));
    }

    /** The same problem with one more response header, such as {@code Retry-After}. */
    public Problem withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Problem(type, getMessage(), errors, more);
    }

    public ProblemType type() {
        return type;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public ProblemView view() {
        return new ProblemView(type.uri(), type.title(), type.status(), getMessage(), errors);
    }
}
