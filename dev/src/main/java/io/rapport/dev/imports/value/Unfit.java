package io.rapport.dev.imports.value;

/** A row's value that is not what its field needs; the message says both. Made often, so without a stack trace. */
public final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 80;

    public Unfit(String reason) {
        super(reason, null, false, false);
    }

    /** The reason, with the field that it is about before it. */
    public Unfit at(String path) {
        return new Unfit(path + ": " + getMessage());
    }

    static String quoted(String value) {
        return '"' + (value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…") + '"';
    }
}
