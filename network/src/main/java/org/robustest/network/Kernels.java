package org.robustest.network;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Chooses the kernel: the one with the Vector API where the JVM was started with {@code --add-modules jdk.incubator.vector},
 * else the one in plain Java. The system property {@code robustest.kernel} can ask for {@code plain} or {@code vector}.
 */
final class Kernels {

    private static final String PROPERTY = "robustest.kernel";
    private static final String MODULE = "jdk.incubator.vector";
    private static final Supplier<MatrixKernel> CHOICE = choose();

    private Kernels() {}

    /** Creates a kernel for one thread. */
    static MatrixKernel create() {
        return CHOICE.get();
    }

    private static Supplier<MatrixKernel> choose() {
        String wanted = System.getProperty(PROPERTY, "");
        Optional<Module> vectors = ModuleLayer.boot().findModule(MODULE);
        return switch (wanted) {
            case "plain" -> PlainKernel::new;
            case "" -> vectors.isPresent() ? vector(vectors.get()) : PlainKernel::new;
            case "vector" ->
                vector(vectors.orElseThrow(() -> new IllegalStateException("-D" + PROPERTY
                        + "=vector asks for the Vector API, which this JVM was started without; add --add-modules "
                        + MODULE)));
            default ->
                throw new IllegalStateException(
                        "-D" + PROPERTY + " is \"plain\" or \"vector\", but it was \"" + wanted + '"');
        };
    }

    private static Supplier<MatrixKernel> vector(Module vectors) {
        Kernels.class.getModule().addReads(vectors);
        return WarmingKernel::new;
    }
}
