package io.rapport.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;

/** RFC 9457 problem details, with one entry of {@code errors} per bad field. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemView(URI type, String title, int status, String detail, List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";
}
