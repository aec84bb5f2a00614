package io.rapport.dev.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines that run Java programs with the JDK that runs this one. */
public final class JavaCommand {
    private static final String MAIN = "io.rapport.dev.Main";

    private JavaCommand() {}

    /** This very program, from the same jars, with other arguments. */
    public static List<String> ofThisProgram(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(arguments);
        return command;
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
