package io.rapport.dev.imports.yaml;

/** One fault of a mapping, with the line and the path where it stands. */
public final class MappingFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;
    private final String path;

    public MappingFault(int line, String path, String message) {
        super(message, null, false, false);
        this.line = line;
        this.path = path;
    }

    int line() {
        return line;
    }

    /** As a compiler would say it, so that editors find the line. */
    public String in(String file) {
        return file + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ") + getMessage();
    }
}
