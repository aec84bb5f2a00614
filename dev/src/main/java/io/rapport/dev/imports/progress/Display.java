package io.rapport.dev.imports.progress;

/** Shows how far an import is. */
public interface Display extends AutoCloseable {
    /** A unit: megabytes, where {@code most} and positions are bytes. */
    String BYTES = "MB";

    /**
     * Begins a part of the work.
     *
     * @param most where it ends
     * @param unit what is counted: {@link #BYTES} or a word
     */
    void begin(String name, long most, String unit);

    /**
     * Shows where the work is.
     *
     * @param note what else there is to say
     */
    void at(long position, String note);

    @Override
    void close();
}
