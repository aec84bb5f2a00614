package io.rapport.dev;

import java.util.Optional;

/**
 * The process that outlives single test JVMs: Maven, which forks them (through a shell at times), or an IDE. Where there
 * is none, it is this process.
 */
final class MavenRun {
    private MavenRun() {}

    static long pid() {
        ProcessHandle self = ProcessHandle.current();
        Optional<ProcessHandle> ancestor = self.parent();
        while (ancestor.isPresent() && !isJava(ancestor.get())) {
            ancestor = ancestor.get().parent();
        }
        return ancestor.orElse(self).pid();
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("/java");
    }
}
