package org.robustest.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** This process, and the one that started it, by names that no other process has or had. */
final class OwnProcess {

    /** They start a process for another one, as Surefire's forks are. */
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh", "ksh", "busybox", "cmd.exe");

    private OwnProcess() {}

    static String id() {
        return idOf(ProcessHandle.current());
    }

    /** Returns the process that started this one, such as that of Maven, or nothing if that is not to be learned. */
    static String startedBy() {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        while (parent.isPresent() && isShell(parent.get())) {
            parent = parent.get().parent();
        }
        return parent.map(OwnProcess::idOf).orElse("");
    }

    private static boolean isShell(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> String.valueOf(Path.of(command).getFileName()))
                .filter(SHELLS::contains)
                .isPresent();
    }

    private static String idOf(ProcessHandle process) {
        return process.pid() + " since "
                + process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
