package io.rapport.dev.imports;

import picocli.CommandLine;

/** The command in a process of its own, which tests can kill. */
final class ImportProgram {
    private ImportProgram() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ImportCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
