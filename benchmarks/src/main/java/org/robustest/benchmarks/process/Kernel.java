package org.robustest.benchmarks.process;

import java.util.List;
import java.util.Locale;

/** What Robustest multiplies matrices with. */
public enum Kernel {

    /** Plain Java. */
    PLAIN(List.of("-Drobustest.kernel=plain")),

    /** The Vector API of the JDK. */
    VECTOR(List.of("--add-modules", "jdk.incubator.vector", "-Drobustest.kernel=vector"));

    private final List<String> options;

    Kernel(List<String> options) {
        this.options = options;
    }

    /**
     * Returns what chooses this kernel.
     *
     * @return options of the JVM
     */
    public List<String> options() {
        return options;
    }

    /** Returns the name in the tables. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
