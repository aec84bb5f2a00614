package io.rapport.profile.rejected;

/** What is still wrong with an event, and where in it. */
final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String detail;

    Fault(String pointer, String detail) {
        super(detail, null, false, false);
        this.pointer = pointer;
        this.detail = detail;
    }

    String pointer() {
        return pointer;
    }

    String detail() {
        return detail;
    }
}
